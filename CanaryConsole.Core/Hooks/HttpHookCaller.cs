using System.Net.Http.Headers;
using Microsoft.Extensions.Options;

namespace CanaryConsole.Core.Hooks;

/// <summary>Posts a signed body and reads the answer. Who cannot be reached is tried again within the hook's time; whoever answers has answered.</summary>
internal sealed class HttpHookCaller(HttpMessageInvoker http, HookRules rules, IOptions<HookOptions> options, TimeProvider clock, WallClock wall) : IHookCaller, IDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    public async Task<HookAnswer> CallAsync(HookCall call, CancellationToken cancellationToken)
    {
        var started = wall.Time.GetTimestamp();
        if (rules.Problem(call.Hook.Url) is { } refused)
        {
            return new HookAnswer(false, refused, null, 0, TimeSpan.Zero);
        }

        using var limit = new CancellationTokenSource(call.Hook.Timeout, wall.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var (tries, problem) = (0, "nobody answered");
        try
        {
            for (var pause = FirstPause; ; pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks)))
            {
                tries++;
                try
                {
                    var (status, body) = await AskAsync(call, both.Token).ConfigureAwait(false);
                    var (proceed, reason) = HookReply.Read(status, body);
                    return new HookAnswer(proceed, reason, status, tries, wall.Time.GetElapsedTime(started));
                }
                catch (Exception failure) when (failure is HttpRequestException or IOException)
                {
                    if (failure.InnerException is HookForbiddenException forbidden)
                    {
                        return new HookAnswer(false, forbidden.Message, null, tries, wall.Time.GetElapsedTime(started));
                    }

                    problem = failure.Message.TrimEnd('.');
                }

                await Task.Delay(pause, wall.Time, both.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new HookAnswer(
                false, $"no answer within {call.Hook.Timeout.TotalSeconds:0} s, tried {(tries == 1 ? "once" : $"{tries} times")}: {problem}", null, tries, wall.Time.GetElapsedTime(started));
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<(int Status, byte[] Body)> AskAsync(HookCall call, CancellationToken cancellationToken)
    {
        var at = clock.GetUtcNow();
        var body = HookMessage.Of(call, at);
        using var request = new HttpRequestMessage(HttpMethod.Post, call.Hook.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add(HookSignature.Header, HookSignature.Of(options.Value.SigningKey, at, body));
        request.Headers.Add("Idempotency-Key", call.IdempotencyKey);
        request.Headers.UserAgent.ParseAdd("CanaryConsole");
        using var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return ((int)response.StatusCode, await ReadAsync(response.Content, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>One byte more than is allowed at most, which tells that there is more.</summary>
    private static async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        using var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var buffer = new byte[HookReply.MaximumBytes + 1];
        var read = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return buffer[..read];
    }
}
