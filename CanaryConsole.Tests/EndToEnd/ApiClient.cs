using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace CanaryConsole.Tests.EndToEnd;

/// <summary>What a program sees of a console that may be killed at any moment: an answer, or none.</summary>
internal sealed class ApiClient(Uri address) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>The newest rollout of the endpoint; null when there is none.</summary>
    public async Task<JsonElement?> NewestAsync(string endpoint)
    {
        var list = await _http.GetFromJsonAsync<JsonElement>($"api/rollouts?endpoint={endpoint}&limit=1");
        return list.GetProperty("rollouts").EnumerateArray().Select(rollout => (JsonElement?)rollout).FirstOrDefault();
    }

    /// <summary>Every event as the API tells it, in its order.</summary>
    public async Task<IReadOnlyList<string>> EventsAsync(string rollout)
    {
        var list = await _http.GetFromJsonAsync<JsonElement>($"api/rollouts/{rollout}/events");
        return [.. list.GetProperty("events").EnumerateArray().Select(happened => happened.GetRawText())];
    }

    /// <summary>The answer to a write that was acknowledged; null when it was refused.</summary>
    public async Task<JsonElement?> WriteAsync(string path, object body)
    {
        using var answer = await _http.PostAsJsonAsync(path, body);
        return answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Created ? await answer.Content.ReadFromJsonAsync<JsonElement>() : null;
    }

    public void Dispose() => _http.Dispose();
}
