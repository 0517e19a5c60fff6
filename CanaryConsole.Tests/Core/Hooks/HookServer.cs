using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CanaryConsole.Core.Hooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CanaryConsole.Tests.Core.Hooks;

/// <summary>A real HTTPS server on loopback with a certificate of its own, which only <see cref="Connect"/> trusts.</summary>
internal sealed class HookServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly X509Certificate2 _certificate;

    private HookServer(WebApplication app, X509Certificate2 certificate) => (_app, _certificate) = (app, certificate);

    public sealed record Received(string Path, string Body, string? Signature, string? Key, string? ContentType);

    public ConcurrentQueue<Received> Requests { get; } = new();

    /// <summary>How it answers; yes unless told otherwise.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = context => context.Response.WriteAsync("""{"proceed": true}""");

    public int Port => new Uri(_app.Urls.First()).Port;

    public string Host => $"localhost:{Port}";

    public string Url => $"https://{Host}/hooks/check";

    public static async Task<HookServer> StartAsync()
    {
        var certificate = SelfSigned();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        var server = new HookServer(builder.Build(), certificate);
        server._app.Run(server.AnswerAsync);
        await server._app.StartAsync();
        return server;
    }

    /// <summary>Connections that trust this server's certificate and no other.</summary>
    public HttpMessageInvoker Connect()
    {
        var expected = _certificate.GetCertHashString(HashAlgorithmName.SHA256);
        return HookConnection.Create(new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.GetCertHashString(HashAlgorithmName.SHA256) == expected,
        });
    }

    public void Says(int status, string body) => Answer = context =>
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(body);
    };

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _certificate.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        Requests.Enqueue(new Received(
            context.Request.Path,
            await reader.ReadToEndAsync(),
            context.Request.Headers["X-CanaryConsole-Signature"],
            context.Request.Headers["Idempotency-Key"],
            context.Request.ContentType));
        await Answer(context);
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        using var made = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
