using System.Net;
using System.Net.Sockets;
using CanaryConsole.Tests.Web;
using Microsoft.Playwright;

namespace CanaryConsole.Tests.Browser;

/// <summary>The built console in a process of its own, with its sandbox and a fresh database at thirty times the pace, and a browser on it.</summary>
public class RunningConsole : IAsyncLifetime
{
    private static readonly string[] Switches =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    /// <summary>Milliseconds that anything is waited for: longer than a whole rollout takes here, so that it passes only when something is broken.</summary>
    private const float Patience = 150_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("canaryconsole-browser").FullName;
    private ConsoleProgram? _program;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public Uri Address { get; private set; } = new("http://localhost");

    public int SandboxPort { get; private set; }

    public HttpClient Http { get; } = new();

    public async Task InitializeAsync()
    {
        if (ChromiumFactAttribute.Executable is not { } chromium)
        {
            return;
        }

        Address = new Uri($"http://localhost:{FreePort()}");
        SandboxPort = FreePort();
        _program = ConsoleProgram.Start([
            $"--urls={Address.GetLeftPart(UriPartial.Authority)}", $"--Sandbox:Port={SandboxPort}", "--Sandbox:TimeScale=30", $"--Storage:Path={Path.Combine(_folder, "console.db")}", .. More(_folder)]);
        await _program.ReadyAsync(new Uri(Address, "healthz"));
        Http.BaseAddress = Address;
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = chromium, Args = Switches });
    }

    /// <summary>A page on which the circuit is up: a press before that would be lost.</summary>
    public async Task<IPage> OpenAsync(string path, int width = 1280)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = 900 } });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(Patience);
        await GoAsync(page, path);
        return page;
    }

    /// <summary>Loads another page in the same browser, and waits until it answers.</summary>
    public async Task GoAsync(IPage page, string path)
    {
        var circuit = page.WaitForWebSocketAsync();
        await page.GotoAsync(new Uri(Address, path).ToString());
        await circuit;
        await page.Locator("fieldset.until-live:not([disabled])").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    public async Task ClosePagesAsync()
    {
        foreach (var context in _browser?.Contexts ?? [])
        {
            await context.CloseAsync();
        }
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_program is not null)
        {
            await _program.DisposeAsync();
        }

        Http.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Further settings of the console.</summary>
    /// <param name="folder">For files of its own.</param>
    private protected virtual IReadOnlyList<string> More(string folder) => [];

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
