using System.Globalization;

namespace CanaryConsole.Benchmarks.Cloud;

/// <summary>The endpoints of the account, by name and in the order of their names.</summary>
internal sealed class FakeAccount
{
    private readonly Dictionary<string, FakeEndpoint> _byName;

    public FakeAccount(int endpoints, TimeProvider clock)
    {
        Clock = clock;
        Endpoints =
        [
            .. Enumerable.Range(0, endpoints).Select(number => new FakeEndpoint(
                string.Create(CultureInfo.InvariantCulture, $"endpoint-{number:0000}"), clock.GetUtcNow() - TimeSpan.FromDays(1))),
        ];
        _byName = Endpoints.ToDictionary(endpoint => endpoint.Name, StringComparer.Ordinal);
    }

    /// <summary>The console's clock: metrics exist up to its present.</summary>
    public TimeProvider Clock { get; }

    public IReadOnlyList<FakeEndpoint> Endpoints { get; }

    public FakeEndpoint Find(string name) => _byName[name];
}
