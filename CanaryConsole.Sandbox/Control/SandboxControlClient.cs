using System.Net.Http.Json;
using System.Text.Json;

namespace CanaryConsole.Sandbox.Control;

/// <summary>Speaks to a sandbox's control API, in this process or in another.</summary>
public sealed class SandboxControlClient(HttpClient http)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <summary>Where the sandbox listens.</summary>
    public Uri Address => http.BaseAddress!;

    /// <exception cref="SandboxControlException">It did not answer.</exception>
    public Task<SandboxStatus> StatusAsync(CancellationToken cancellationToken) => SendAsync<SandboxStatus>(HttpMethod.Get, "", body: null, cancellationToken);

    /// <exception cref="SandboxControlException">It did not answer.</exception>
    public Task<FaultList> FaultsAsync(CancellationToken cancellationToken) => SendAsync<FaultList>(HttpMethod.Get, "/faults", body: null, cancellationToken);

    /// <exception cref="SandboxControlException">It did not answer.</exception>
    public Task<EmailList> EmailsAsync(CancellationToken cancellationToken) => SendAsync<EmailList>(HttpMethod.Get, "/outbox", body: null, cancellationToken);

    /// <exception cref="SandboxControlException">The fault cannot be meant, or the sandbox did not answer.</exception>
    public Task<FaultInForce> StartAsync(string kind, IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken) =>
        SendAsync<FaultInForce>(HttpMethod.Post, "/faults", new Dictionary<string, string>(values) { ["kind"] = kind }, cancellationToken);

    /// <exception cref="SandboxControlException">It is not in force any more, or the sandbox did not answer.</exception>
    public Task EndAsync(string id, CancellationToken cancellationToken) =>
        SendAsync<JsonElement>(HttpMethod.Delete, $"/faults/{Uri.EscapeDataString(id)}", body: null, cancellationToken);

    /// <exception cref="SandboxControlException">It did not answer.</exception>
    public Task EndAllAsync(CancellationToken cancellationToken) => SendAsync<JsonElement>(HttpMethod.Delete, "/faults", body: null, cancellationToken);

    private async Task<T> SendAsync<T>(HttpMethod method, string path, object? body, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            using var request = new HttpRequestMessage(method, ControlApi.Root + path);
            request.Content = body is null ? null : JsonContent.Create(body, options: ControlJson.Options);
            using var response = await http.SendAsync(request, limit.Token);
            return response.IsSuccessStatusCode
                ? (await response.Content.ReadFromJsonAsync<T>(ControlJson.Options, limit.Token))!
                : throw new SandboxControlException(await ReasonAsync(response, limit.Token)) { IsRefusal = true };
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new SandboxControlException($"The sandbox at {Address.GetLeftPart(UriPartial.Authority)} does not answer.", exception);
        }
    }

    private static async Task<string> ReasonAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var members = await response.Content.ReadFromJsonAsync<Dictionary<string, string>>(ControlJson.Options, cancellationToken);
        return members?.GetValueOrDefault("message") ?? $"The sandbox answered HTTP {(int)response.StatusCode}.";
    }
}
