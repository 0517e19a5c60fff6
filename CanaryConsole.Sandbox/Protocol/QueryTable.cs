using System.Xml.Linq;
using Microsoft.AspNetCore.Http;

namespace CanaryConsole.Sandbox.Protocol;

/// <summary>The operations, by their action, of a service whose messages are not among the wire types; each gives the content of its result, or nothing.</summary>
internal sealed class QueryTable(XNamespace ns)
{
    private readonly Dictionary<string, Func<IFormCollection, World, DateTimeOffset, IEnumerable<XElement>>> _byAction = new(StringComparer.Ordinal);

    public XNamespace Namespace { get; } = ns;

    public IReadOnlyCollection<string> Actions => _byAction.Keys;

    public void Add(string action, Func<IFormCollection, World, DateTimeOffset, IEnumerable<XElement>> handle) => _byAction.Add(action, handle);

    public XElement Answer(IFormCollection form, Simulation simulation, string requestId)
    {
        string? action = form["Action"];
        if (action is null || !_byAction.TryGetValue(action, out var handle))
        {
            throw new AwsErrorException("InvalidAction", $"The action {action ?? "(none)"} is not valid for this web service.");
        }

        var result = simulation.Visit((world, now) => handle(form, world, now).ToList());
        return new XElement(
            Namespace + $"{action}Response",
            new XElement(Namespace + $"{action}Result", result),
            new XElement(Namespace + "ResponseMetadata", new XElement(Namespace + "RequestId", requestId)));
    }
}
