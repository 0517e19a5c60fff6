using Microsoft.AspNetCore.Http;

namespace CanaryConsole.Sandbox.Protocol;

/// <summary>
/// Which protocol a request speaks. All of AWS is behind one port here: the service a request is signed for decides, and its shape only where one
/// service speaks several or nobody signed.
/// </summary>
internal sealed class Protocols
{
    private const string Topics = "sns";

    private readonly Dictionary<string, IProtocol> _forms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IProtocol> _services = new(StringComparer.Ordinal);

    public required IProtocol Json { get; init; }

    public required IProtocol Runtime { get; init; }

    public IReadOnlyList<string> Operations =>
        [.. _forms.Values.Concat(_services.Values).Append(Json).Append(Runtime).SelectMany(protocol => protocol.Operations).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>A service that speaks forms beside what else it speaks.</summary>
    public Protocols AddForm(string signingName, IProtocol protocol)
    {
        _forms.Add(signingName, protocol);
        return this;
    }

    /// <summary>A service whose every request goes one way, whatever its path: S3.</summary>
    public Protocols AddService(string signingName, IProtocol protocol)
    {
        _services.Add(signingName, protocol);
        return this;
    }

    public IProtocol Of(HttpRequest request)
    {
        var service = Signature.ServiceOf(request);
        if (service is not null && _services.TryGetValue(service, out var whole))
        {
            return whole;
        }

        return request switch
        {
            { Path.Value: not ("/" or "") } => Runtime,
            { HasFormContentType: true } when !request.Headers.ContainsKey("X-Amz-Target") => _forms.GetValueOrDefault(service ?? Topics, _forms[Topics]),
            _ => Json,
        };
    }
}
