namespace CanaryConsole.Benchmarks;

/// <summary>Signed requests of 1 KB at an even pace, each sent when its time has come whether or not those before it are answered.</summary>
internal sealed class InvocationLoad(Uri address) : IDisposable
{
    private const string Signed =
        "AWS4-HMAC-SHA256 Credential=x/20260105/eu-central-1/sagemaker/aws4_request, SignedHeaders=host;x-amz-date, Signature=0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(1);

    private readonly byte[] _body = new byte[1024];
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, UseProxy = false, AllowAutoRedirect = false, ActivityHeadersPropagator = null })
    {
        Timeout = TimeSpan.FromSeconds(30),
    };

    public void Dispose() => _http.Dispose();

    /// <summary>How long each request took from its sending to the last byte of its answer, and how long it took to send them all.</summary>
    public async Task<(IReadOnlyList<double> Milliseconds, TimeSpan Elapsed)> RunAsync(int perSecond, TimeSpan duration, CancellationToken cancellationToken)
    {
        var asked = new List<Task<double>>();
        var total = (int)(perSecond * duration.TotalSeconds);
        var started = TimeProvider.System.GetTimestamp();
        var pacer = new Thread(() =>
        {
            while (asked.Count < total && !cancellationToken.IsCancellationRequested)
            {
                var due = Math.Min(total, (int)(TimeProvider.System.GetElapsedTime(started).TotalSeconds * perSecond) + 1);
                while (asked.Count < due)
                {
                    asked.Add(AskAsync(cancellationToken));
                }

                cancellationToken.WaitHandle.WaitOne(Rest);
            }
        });
        pacer.Start();
        await Task.Run(pacer.Join, cancellationToken);
        var elapsed = TimeProvider.System.GetElapsedTime(started);
        return (await Task.WhenAll(asked), elapsed);
    }

    private async Task<double> AskAsync(CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(_body) };
        request.Headers.TryAddWithoutValidation("Authorization", Signed);
        request.Headers.TryAddWithoutValidation("X-Amz-Date", "20260105T120000Z");
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/octet-stream");
        using var response = await _http.SendAsync(request, cancellationToken);

        // A refusal would be quick for the wrong reason.
        response.EnsureSuccessStatusCode();
        await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return TimeProvider.System.GetElapsedTime(started).TotalMilliseconds;
    }
}
