using CanaryConsole.Sandbox.Protocol;
using Microsoft.AspNetCore.Http;

namespace CanaryConsole.Tests.Sandbox.Protocol;

public sealed class ProtocolsTests
{
    private readonly Named _json = new();
    private readonly Named _runtime = new();
    private readonly Named _topics = new();
    private readonly Named _identity = new();
    private readonly Named _objects = new();

    [Fact]
    public void Of_TheServiceSignedFor_Decides()
    {
        Assert.Same(_json, Of("sagemaker", "/", "application/x-amz-json-1.1"));
        Assert.Same(_runtime, Of("sagemaker", "/endpoints/e/invocations", "application/x-www-form-urlencoded"));
        Assert.Same(_topics, Of("sns", "/", "application/x-www-form-urlencoded; charset=utf-8"));
        Assert.Same(_identity, Of("sts", "/", "application/x-www-form-urlencoded"));
        Assert.Same(_objects, Of("s3", "/", contentType: null));
        Assert.Same(_objects, Of("s3", "/bucket/endpoints/e/invocations", "application/json"));
    }

    [Fact]
    public void Of_PresignedForObjects_IsObjects()
    {
        var request = Request(service: null, "/bucket/key", contentType: null);
        request.QueryString = QueryString.Create("X-Amz-Credential", "key/20260105/eu-central-1/s3/aws4_request");

        Assert.Same(_objects, All().Of(request));
    }

    [Fact]
    public void Of_AnUnsignedForm_IsRefusedInXml() => Assert.Same(_topics, Of(service: null, "/", "application/x-www-form-urlencoded"));

    private IProtocol Of(string? service, string path, string? contentType) => All().Of(Request(service, path, contentType));

    private Protocols All() => new Protocols { Json = _json, Runtime = _runtime }.AddForm("sns", _topics).AddForm("sts", _identity).AddService("s3", _objects);

    private static HttpRequest Request(string? service, string path, string? contentType)
    {
        var request = new DefaultHttpContext().Request;
        (request.Method, request.Path, request.ContentType) = ("POST", path, contentType);
        if (service is not null)
        {
            request.Headers.Authorization = $"AWS4-HMAC-SHA256 Credential=key/20260105/eu-central-1/{service}/aws4_request, SignedHeaders=host, Signature={new string('0', 64)}";
        }

        return request;
    }

    private sealed class Named : IProtocol
    {
        public ValueTask<string?> OperationAsync(HttpContext context) => throw new NotSupportedException();

        public Task AnswerAsync(HttpContext context) => throw new NotSupportedException();

        public Task RefuseAsync(HttpContext context, AwsErrorException error) => throw new NotSupportedException();
    }
}
