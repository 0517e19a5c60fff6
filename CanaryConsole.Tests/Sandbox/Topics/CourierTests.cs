using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using CanaryConsole.Sandbox.Topics;
using Microsoft.Extensions.Logging.Abstractions;

namespace CanaryConsole.Tests.Sandbox.Topics;

public sealed class CourierTests : IDisposable
{
    private static readonly Uri Address = new("http://127.0.0.1:7160/");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ManualTimeProvider _time = new();
    private readonly TopicCatalog _topics = new();
    private readonly MessageSigner _signer = new(DateTimeOffset.UnixEpoch);
    private readonly Subscriber _subscriber = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly string _arn;

    public CourierTests() => _arn = _topics.Create("alerts");

    public void Dispose()
    {
        _stopping.Dispose();
        _signer.Dispose();
        _subscriber.Dispose();
    }

    [Fact]
    public async Task Deliver_HandshakeThenNotification_AreSignedEnvelopes()
    {
        using var courier = Courier();
        var running = courier.RunAsync(_stopping.Token);
        var subscription = _topics.Subscribe(_arn, "http", "http://127.0.0.1:7161/hook", isRaw: false, _time.GetUtcNow());

        var asked = await _subscriber.NextAsync();
        Assert.Equal("SubscriptionConfirmation", asked.Type);
        Assert.Equal(subscription.Token, asked.Json.GetProperty("Token").GetString());
        Assert.StartsWith("http://127.0.0.1:5081/?Action=ConfirmSubscription&", asked.Json.GetProperty("SubscribeURL").GetString(), StringComparison.Ordinal);
        Assert.True(IsSigned(asked.Json));

        _topics.Confirm(_arn, subscription.Token, _time.GetUtcNow());
        var published = _topics.Publish(new PublishedMessage("", _arn, "ALARM", "p99 is high", _time.GetUtcNow())
        {
            Attributes = new Dictionary<string, MessageAttribute> { ["severity"] = new("String", "high") },
        });

        var told = await _subscriber.NextAsync();
        Assert.Equal(("Notification", published.Id), (told.Type, told.Json.GetProperty("MessageId").GetString()));
        Assert.Equal(("ALARM", "p99 is high"), (told.Json.GetProperty("Subject").GetString(), told.Json.GetProperty("Message").GetString()));
        Assert.Equal("high", told.Json.GetProperty("MessageAttributes").GetProperty("severity").GetProperty("Value").GetString());
        Assert.True(IsSigned(told.Json));
        await StopAsync(running);
    }

    [Fact]
    public async Task Deliver_Raw_PostsTheMessageItself()
    {
        using var courier = Courier();
        var running = courier.RunAsync(_stopping.Token);
        var subscription = _topics.Subscribe(_arn, "http", "http://127.0.0.1:7161/hook", isRaw: true, _time.GetUtcNow());
        await _subscriber.NextAsync();
        _topics.Confirm(_arn, subscription.Token, _time.GetUtcNow());
        _topics.Publish(new PublishedMessage("", _arn, null, "default", _time.GetUtcNow()) { ByProtocol = new Dictionary<string, string> { ["http"] = "for http" } });

        Assert.Equal("for http", (await _subscriber.NextAsync()).Body);
        await StopAsync(running);
    }

    [Fact]
    public async Task Deliver_SubscriberThatFails_IsTriedAgainLaterAndLater()
    {
        _subscriber.Failures = 2;
        using var courier = Courier();
        var running = courier.RunAsync(_stopping.Token);
        _topics.Subscribe(_arn, "http", "http://127.0.0.1:7161/hook", isRaw: false, _time.GetUtcNow());

        await _subscriber.NextAsync();
        await _subscriber.NextAsync(advance: () => _time.Advance(TimeSpan.FromSeconds(1)));
        await _subscriber.NextAsync(advance: () => _time.Advance(TimeSpan.FromSeconds(2)));
        Assert.Equal(3, _subscriber.Seen);
        await StopAsync(running);
    }

    private Courier Courier() => new(_topics.Posts.Reader, _subscriber, _signer, Address, _time, NullLogger.Instance);

    private async Task StopAsync(Task running)
    {
        await _stopping.CancelAsync();
        await running.WaitAsync(Patience, TimeProvider.System);
    }

    private bool IsSigned(JsonElement envelope)
    {
        Assert.Equal("http://127.0.0.1:7160/SimpleNotificationService.pem", envelope.GetProperty("SigningCertURL").GetString());
        var text = new StringBuilder();
        foreach (var name in new[] { "Message", "MessageId", "Subject", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type" })
        {
            if (envelope.TryGetProperty(name, out var value))
            {
                text.Append(name).Append('\n').Append(value.GetString()).Append('\n');
            }
        }

        using var certificate = X509Certificate2.CreateFromPem(_signer.CertificatePem);
        using var key = certificate.GetRSAPublicKey()!;
        var signature = Convert.FromBase64String(envelope.GetProperty("Signature").GetString()!);
        return key.VerifyData(Encoding.UTF8.GetBytes(text.ToString()), signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private sealed record Received(string Type, string Body)
    {
        public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Body);
    }

    private sealed class Subscriber : HttpMessageHandler
    {
        private readonly ConcurrentQueue<Received> _received = new();
        private readonly SemaphoreSlim _arrived = new(0);
        private int _seen;

        public int Failures { get; set; }

        public int Seen => _seen;

        // The pause between attempts may not have begun when the clock moves: it is moved until the attempt comes.
        public async Task<Received> NextAsync(Action? advance = null)
        {
            using var limit = new CancellationTokenSource(Patience, TimeProvider.System);
            while (advance is not null && !await _arrived.WaitAsync(TimeSpan.FromMilliseconds(20), limit.Token))
            {
                advance();
            }

            if (advance is null)
            {
                await _arrived.WaitAsync(limit.Token);
            }

            Assert.True(_received.TryDequeue(out var next));
            return next;
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = await request.Content!.ReadAsStringAsync(cancellationToken);
            var isFailure = Interlocked.Increment(ref _seen) <= Failures;
            _received.Enqueue(new Received(request.Headers.GetValues("x-amz-sns-message-type").Single(), body));
            _arrived.Release();
            return new HttpResponseMessage(isFailure ? HttpStatusCode.InternalServerError : HttpStatusCode.OK);
        }

        protected override void Dispose(bool disposing)
        {
            _arrived.Dispose();
            base.Dispose(disposing);
        }
    }
}
