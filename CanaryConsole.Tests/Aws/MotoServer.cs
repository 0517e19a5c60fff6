using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Xml.Linq;
using Amazon.Runtime;

namespace CanaryConsole.Tests.Aws;

/// <summary>A foreign AWS emulator in a process of its own, for as long as the tests on it run.</summary>
public sealed class MotoServer : IAsyncLifetime
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private Process? _process;

    public string Url { get; private set; } = "";

    /// <summary>Of a user made in the emulator; what anybody else signs it refuses.</summary>
    public BasicAWSCredentials Credentials { get; private set; } = new("none", "none");

    public async Task InitializeAsync()
    {
        if (!MotoFactAttribute.IsInstalled)
        {
            return;
        }

        var port = FreePort();
        Url = $"http://127.0.0.1:{port}/";
        _process = Process.Start(new ProcessStartInfo("moto_server", ["-H", "127.0.0.1", "-p", port.ToString(System.Globalization.CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        using var limit = new CancellationTokenSource(StartLimit);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        while (!await AnswersAsync(port))
        {
            Assert.False(_process.HasExited, "moto_server ended before it answered.");
            await timer.WaitForNextTickAsync(limit.Token);
        }

        await CheckSignaturesAsync(limit.Token);
    }

    public async Task DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
            _process.Dispose();
        }
    }

    /// <summary>From the fourth call on the emulator works every signature out for itself; the first three make somebody who may sign.</summary>
    private async Task CheckSignaturesAsync(CancellationToken cancellationToken)
    {
        const string Everything = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""";
        using var http = new HttpClient { BaseAddress = new Uri(Url) };
        (await http.PostAsync("moto-api/reset-auth", new StringContent("3"), cancellationToken)).EnsureSuccessStatusCode();
        http.DefaultRequestHeaders.TryAddWithoutValidation(
            "Authorization", "AWS4-HMAC-SHA256 Credential=nobody/20260101/us-east-1/iam/aws4_request, SignedHeaders=host, Signature=none");

        await IamAsync(http, new() { ["Action"] = "CreateUser", ["UserName"] = "console" }, cancellationToken);
        await IamAsync(
            http,
            new() { ["Action"] = "PutUserPolicy", ["UserName"] = "console", ["PolicyName"] = "all", ["PolicyDocument"] = Everything },
            cancellationToken);
        var key = await IamAsync(http, new() { ["Action"] = "CreateAccessKey", ["UserName"] = "console" }, cancellationToken);
        Credentials = new BasicAWSCredentials(Text(key, "AccessKeyId"), Text(key, "SecretAccessKey"));
    }

    private static async Task<XElement> IamAsync(HttpClient http, Dictionary<string, string> form, CancellationToken cancellationToken)
    {
        form["Version"] = "2010-05-08";
        using var answer = await http.PostAsync("", new FormUrlEncodedContent(form), cancellationToken);
        return XElement.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(cancellationToken));
    }

    private static string Text(XElement xml, string name) => xml.Descendants().First(element => element.Name.LocalName == name).Value;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<bool> AnswersAsync(int port)
    {
        using var probe = new TcpClient();
        try
        {
            await probe.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}

/// <summary>A test that needs the moto_server command. Skipped where it is not installed, except on CI, which must not lose it silently.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MotoFactAttribute : FactAttribute
{
    public MotoFactAttribute()
    {
        if (!IsInstalled && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Skip = "moto_server is not installed: pip install 'moto[server]' brings it.";
        }
    }

    public static bool IsInstalled { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, "moto_server")));
}

[CollectionDefinition(nameof(MotoServer))]
public sealed class MotoServerTests : ICollectionFixture<MotoServer>;
