using System.Net;
using Amazon.Runtime;

namespace CanaryConsole.Aws.Protocol;

/// <summary>
/// HTTP clients whose answers are read whole, bounded, and under the call's cancellation token before the SDK sees them. The SDK reads bodies
/// without a token: a peer that stops halfway through an answer would otherwise hold the caller for ever.
/// </summary>
internal sealed class BufferedHttpClientFactory : HttpClientFactory
{
    /// <summary>Larger than any answer in the models: 6 MiB of inference, 100,800 datapoints of metrics.</summary>
    internal const int MaxAnswerBytes = 32 * 1024 * 1024;

    public static BufferedHttpClientFactory Instance { get; } = new();

    public override HttpClient CreateHttpClient(IClientConfig clientConfig)
    {
        var sockets = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        if (new Uri(clientConfig.DetermineServiceOperationEndpoint(null).URL).IsLoopback)
        {
            sockets.UseProxy = false;
        }

        return new HttpClient(new BufferingHandler(sockets)) { Timeout = Timeout.InfiniteTimeSpan };
    }

    public override string GetConfigUniqueString(IClientConfig clientConfig) =>
        clientConfig.DetermineServiceOperationEndpoint(null).URL;

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => true;

    private sealed class BufferingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            try
            {
                await response.Content.LoadIntoBufferAsync(MaxAnswerBytes, cancellationToken).ConfigureAwait(false);
                return response;
            }
            catch
            {
                response.Dispose();
                throw;
            }
        }
    }
}
