using System.Net.Http.Headers;
using CanaryConsole.Aws.SageMakerRuntime;
using CanaryConsole.Sandbox.Invocations;

namespace CanaryConsole.Sandbox.Containers;

/// <summary>
/// Speaks to containers by SageMaker's contract. Limits and latencies are those of the wall's clock even where the sandbox's runs faster: a container's work takes as long as it takes,
/// and a rehearsal is worth something only if its latencies are the ones the real endpoint will show.
/// </summary>
internal sealed class ContainerClient : IDisposable
{
    public static readonly TimeSpan PingLimit = TimeSpan.FromSeconds(2);
    public static readonly TimeSpan InvocationLimit = TimeSpan.FromSeconds(60);

    private readonly TimeProvider _wall;
    private readonly HttpClient _http;

    public ContainerClient(TimeProvider wall)
    {
        _wall = wall;
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ActivityHeadersPropagator = null,
            MaxResponseHeadersLength = 64,
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    public void Dispose() => _http.Dispose();

    public async Task<bool> PingAsync(Uri ping, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(PingLimit, _wall);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var response = await _http.GetAsync(ping, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return response.IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException || limit.IsCancellationRequested)
        {
            return false;
        }
    }

    public async Task<ModelAnswer> InvokeAsync(Container container, InvocationRequest request, CancellationToken cancellationToken)
    {
        var started = _wall.GetTimestamp();
        using var limit = new CancellationTokenSource(InvocationLimit, _wall);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var message = Message(container, request);
            using var response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var body = await AnswerBody.ReadAsync(response.Content, either.Token);
            return body is null
                ? ModelAnswer.None(container.Name, ModelAnswer.TooLarge, _wall.GetElapsedTime(started))
                : Answer(container, response, body, _wall.GetElapsedTime(started));
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return ModelAnswer.None(container.Name, ModelAnswer.TimedOut(container.Name), _wall.GetElapsedTime(started));
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return ModelAnswer.None(container.Name, ModelAnswer.Unreachable(container.Name), _wall.GetElapsedTime(started));
        }
    }

    private static HttpRequestMessage Message(Container container, InvocationRequest request)
    {
        var content = new ReadOnlyMemoryContent(request.Body);
        content.Headers.TryAddWithoutValidation("Content-Type", request.ContentType);
        var message = new HttpRequestMessage(HttpMethod.Post, container.Invocations) { Content = content };
        Add("Accept", request.Accept);
        Add(InvokeEndpointHeaders.CustomAttributes, request.CustomAttributes);
        Add(InvokeEndpointHeaders.InferenceId, request.InferenceId);
        Add(InvokeEndpointHeaders.TargetModel, request.TargetModel);
        Add(InvokeEndpointHeaders.SessionId, request.SessionId);
        return message;

        void Add(string header, string? value)
        {
            if (value is not null)
            {
                message.Headers.TryAddWithoutValidation(header, value);
            }
        }
    }

    private static ModelAnswer Answer(Container container, HttpResponseMessage response, ReadOnlyMemory<byte> body, TimeSpan latency) => new(
        container.Name,
        (int)response.StatusCode,
        Header(response.Content.Headers, "Content-Type") ?? "application/octet-stream",
        body,
        latency)
    {
        CustomAttributes = Header(response.Headers, InvokeEndpointHeaders.CustomAttributes),
        NewSessionId = Header(response.Headers, InvokeEndpointHeaders.NewSessionId),
        ClosedSessionId = Header(response.Headers, InvokeEndpointHeaders.ClosedSessionId),
    };

    // What a container says in a header goes into ours: nothing but printable ASCII of the model's length may.
    private static string? Header(HttpHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) && string.Join(", ", values) is { Length: <= 1024 } value && !value.AsSpan().ContainsAnyExceptInRange(' ', '~')
            ? value
            : null;
}
