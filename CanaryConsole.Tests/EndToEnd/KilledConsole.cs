using System.Globalization;
using System.Net;
using System.Net.Sockets;
using CanaryConsole.Tests.Web;

namespace CanaryConsole.Tests.EndToEnd;

/// <summary>The built console on one database file and one sandbox, started again and again.</summary>
internal sealed class KilledConsole(SandboxProgram sandbox, string database, double timeScale, DateTimeOffset origin)
{
    private readonly Uri _address = new($"http://127.0.0.1:{FreePort()}");

    public ApiClient Client() => new(_address);

    public ConsoleProgram Start() => ConsoleProgram.Start(
        $"--urls={_address.GetLeftPart(UriPartial.Authority)}",
        "--Sandbox:Embedded=false",
        $"--Sandbox:Port={sandbox.Port}",
        string.Create(CultureInfo.InvariantCulture, $"--Sandbox:TimeScale={timeScale}"),
        $"--Sandbox:TimeOrigin={origin:O}",
        $"--Storage:Path={database}");

    public Task ReadyAsync(ConsoleProgram console) => console.ReadyAsync(new Uri(_address, "healthz"));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
