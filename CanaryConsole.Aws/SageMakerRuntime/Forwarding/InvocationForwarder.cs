using System.Net;
using System.Security.Cryptography;
using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMakerRuntime.Forwarding;

/// <summary>
/// Signs invocations with the console's own credentials and sends them to the one address of SageMaker Runtime that the configuration names: no redirect is followed, no cookie kept, no other
/// host asked, and nothing is sent twice. Safe for any number of threads.
/// </summary>
public sealed class InvocationForwarder : IDisposable
{
    private const string DefaultContentType = "application/octet-stream";

    private readonly Uri _runtime;
    private readonly SigV4Signer _signer;
    private readonly Func<ValueTask<ImmutableCredentials>> _credentials;
    private readonly TimeProvider _time;
    private readonly HttpMessageInvoker _http;

    /// <param name="runtime">SageMaker Runtime, or the sandbox.</param>
    /// <param name="credentials">Asked for every request; whoever gives them keeps them fresh.</param>
    /// <param name="time">The wall's, which AWS holds signatures against.</param>
    public InvocationForwarder(Uri runtime, string region, Func<ValueTask<ImmutableCredentials>> credentials, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(runtime);
        (_runtime, _credentials, _time) = (runtime, credentials, time);
        _signer = new SigV4Signer("sagemaker", region);
        _http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = !runtime.IsLoopback,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ActivityHeadersPropagator = null,
        });
    }

    public void Dispose() => _http.Dispose();

    /// <summary>The head of the answer; its body is read from it, and it is disposed then.</summary>
    /// <exception cref="HttpRequestException">SageMaker Runtime could not be reached, or broke off.</exception>
    /// <exception cref="AmazonClientException">There are no credentials to sign with.</exception>
    public async Task<HttpResponseMessage> SendAsync(InvocationToForward invocation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(invocation);
        var credentials = await _credentials().ConfigureAwait(false);
        var path = $"/endpoints/{invocation.Endpoint}/invocations";
        var date = SigV4Signer.DateOf(_time.GetUtcNow());
        var headers = Headers(invocation, date, credentials.Token);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_runtime, path)) { Content = new ReadOnlyMemoryContent(invocation.Body) };
        foreach (var (name, value) in headers)
        {
            if (name == "content-type")
            {
                request.Content.Headers.TryAddWithoutValidation(name, value);
            }
            else
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        request.Headers.TryAddWithoutValidation("authorization", Sign(path, headers, invocation.Body.Span, date, credentials));
        return await _http.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private string Sign(string path, List<SignedHeader> headers, ReadOnlySpan<byte> body, string date, ImmutableCredentials credentials)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, hash);
        return _signer.Sign("POST", path, headers, hash, date, credentials.AccessKey, credentials.SecretKey);
    }

    /// <summary>All that goes with the request, ascending, as they are signed.</summary>
    private List<SignedHeader> Headers(InvocationToForward invocation, string date, string? token)
    {
        var headers = new List<SignedHeader>(13);
        Add("accept", invocation.Accept);
        Add("content-type", invocation.ContentType ?? DefaultContentType);
        Add("host", _runtime.Authority);
        Add("x-amz-date", date);
        Add("x-amz-security-token", token);
        Add("x-amzn-sagemaker-custom-attributes", invocation.CustomAttributes);
        Add("x-amzn-sagemaker-enable-explanations", invocation.EnableExplanations);
        Add("x-amzn-sagemaker-inference-component", invocation.InferenceComponentName);
        Add("x-amzn-sagemaker-inference-id", invocation.InferenceId);
        Add("x-amzn-sagemaker-session-id", invocation.SessionId);
        Add("x-amzn-sagemaker-target-container-hostname", invocation.TargetContainerHostname);
        Add("x-amzn-sagemaker-target-model", invocation.TargetModel);
        Add("x-amzn-sagemaker-target-variant", invocation.TargetVariant);
        return headers;

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                headers.Add(new SignedHeader(name, value));
            }
        }
    }
}
