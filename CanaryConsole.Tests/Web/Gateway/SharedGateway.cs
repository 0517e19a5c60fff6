namespace CanaryConsole.Tests.Web.Gateway;

/// <summary>One gateway as it is by default for a test class; each test brings its own answers.</summary>
public sealed class SharedGateway : IAsyncLifetime
{
    private GatewayOnScript? _gateway;

    internal GatewayOnScript Fresh()
    {
        _gateway!.Runtime.Requests.Clear();
        return _gateway;
    }

    public async Task InitializeAsync() => _gateway = await GatewayOnScript.StartAsync();

    public async Task DisposeAsync() => await _gateway!.DisposeAsync();
}
