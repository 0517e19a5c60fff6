using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace CanaryConsole.Sandbox.Topics;

/// <summary>Posts messages to HTTP subscribers, beside the world and never inside its lock: a few at a time, each with a time limit, and again a few times if it fails.</summary>
internal sealed partial class Courier(
    ChannelReader<PostedMessage> posts, HttpMessageHandler handler, MessageSigner signer, Uri address, TimeProvider time, ILogger logger) : IDisposable
{
    /// <summary>The path of the certificate that checks signatures.</summary>
    public const string CertificatePath = "/SimpleNotificationService.pem";

    private const int AtOnce = 4;
    private const int Attempts = 4;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly HttpMessageInvoker _client = new(handler);

    /// <summary>A handler that follows no redirect out of the loopback and uses no proxy.</summary>
    public static HttpMessageHandler Handler() => new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false };

    /// <summary>Delivers until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => WorkAsync(cancellationToken)));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopped on purpose.
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        await foreach (var message in posts.ReadAllAsync(cancellationToken))
        {
            await DeliverAsync(message, cancellationToken);
        }
    }

    private async Task DeliverAsync(PostedMessage message, CancellationToken cancellationToken)
    {
        var body = message.RawBody ?? Sealed(message);
        var pause = FirstPause;
        for (var attempt = 1; !await TryPostAsync(message, body, cancellationToken); attempt++)
        {
            if (attempt == Attempts)
            {
                Log.GaveUp(logger, message.MessageId, message.To.Endpoint, Attempts);
                return;
            }

            await Task.Delay(pause, time, cancellationToken);
            pause *= 2;
        }
    }

    private async Task<bool> TryPostAsync(PostedMessage message, string body, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Limit, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var request = Request(message, body);
            using var response = await _client.SendAsync(request, either.Token);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private static HttpRequestMessage Request(PostedMessage message, string body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, message.To.Endpoint) { Content = new StringContent(body, Encoding.UTF8, "text/plain") };
        request.Headers.TryAddWithoutValidation("User-Agent", "Amazon Simple Notification Service Agent");
        request.Headers.Add("x-amz-sns-message-type", message.Type);
        request.Headers.Add("x-amz-sns-message-id", message.MessageId);
        request.Headers.Add("x-amz-sns-topic-arn", message.To.TopicArn);
        if (message.Type == "Notification")
        {
            request.Headers.Add("x-amz-sns-subscription-arn", message.To.Arn);
        }

        if (message.RawBody is not null)
        {
            request.Headers.Add("x-amz-sns-rawdelivery", "true");
        }

        return request;
    }

    private string Sealed(PostedMessage message) => JsonSerializer.Serialize(
        new Dictionary<string, object>(message.Members)
        {
            ["SignatureVersion"] = "2",
            ["Signature"] = signer.Sign(message.Members),
            ["SigningCertURL"] = new Uri(address, CertificatePath).ToString(),
        },
        Options);

    private static partial class Log
    {
        [LoggerMessage(60, LogLevel.Warning, "The message {Id} could not be delivered to {Endpoint} in {Attempts} attempts")]
        public static partial void GaveUp(ILogger logger, string id, string endpoint, int attempts);
    }
}
