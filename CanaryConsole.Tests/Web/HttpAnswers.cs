using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace CanaryConsole.Tests.Web;

/// <summary>Short ways to send JSON as text and to read an answer's members.</summary>
internal static class HttpAnswers
{
    public static Task<HttpResponseMessage> SendJsonAsync(
        this HttpClient client, HttpMethod method, string address, string json, string? idempotencyKey = null, string? origin = null)
    {
        var request = new HttpRequestMessage(method, address) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(json)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (idempotencyKey is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", idempotencyKey);
        }

        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        return client.SendAsync(request);
    }

    public static Task<HttpResponseMessage> PostJsonTextAsync(this HttpClient client, string address, string json, string? idempotencyKey = null) =>
        client.SendJsonAsync(HttpMethod.Post, address, json, idempotencyKey);

    public static async Task<JsonElement> ReadJsonAsync(this HttpResponseMessage answer) =>
        JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync());

    /// <summary>A member's text; null when it is not there.</summary>
    public static string? Text(this JsonElement element, string member) => element.TryGetProperty(member, out var found) ? found.ToString() : null;
}
