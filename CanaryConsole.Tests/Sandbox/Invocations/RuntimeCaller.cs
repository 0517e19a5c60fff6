using System.Net.Http.Headers;
using System.Text.Json;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Tests.Sandbox.Invocations;

/// <summary>Speaks to a running sandbox in signed HTTP requests.</summary>
internal sealed class RuntimeCaller(Uri address) : IDisposable
{
    private const string Signed =
        "AWS4-HMAC-SHA256 Credential=x/20260105/eu-central-1/sagemaker/aws4_request, SignedHeaders=host;x-amz-date, Signature=0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private readonly HttpClient _http = new() { BaseAddress = address };

    public void Dispose() => _http.Dispose();

    public async Task<HttpResponseMessage> InvokeAsync(string endpoint, byte[] body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/endpoints/{endpoint}/invocations") { Content = new ByteArrayContent(body) };
        Sign(request);
        foreach (var (name, value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return await _http.SendAsync(request);
    }

    public async Task<TResponse> CallAsync<TResponse>(string target, object request)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "/")
        {
            Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(request, request.GetType(), AwsJson.Options)),
        };
        Sign(message);
        message.Headers.TryAddWithoutValidation("X-Amz-Target", target);
        message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.1");
        using var response = await _http.SendAsync(message);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return text.Length == 0 ? default! : JsonSerializer.Deserialize<TResponse>(text, AwsJson.Options)!;
    }

    /// <summary>The error that a response carries: its code and its members.</summary>
    public static async Task<(string Code, JsonElement Members)> ErrorAsync(HttpResponseMessage response) =>
        (response.Headers.GetValues("x-amzn-errortype").Single(), JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync()));

    private static void Sign(HttpRequestMessage request)
    {
        request.Headers.TryAddWithoutValidation("Authorization", Signed);
        request.Headers.TryAddWithoutValidation("X-Amz-Date", "20260105T120000Z");
    }
}
