using System.Security.Cryptography;
using System.Text;
using CanaryConsole.Aws.SageMakerRuntime.Forwarding;

namespace CanaryConsole.Tests.Aws.SageMakerRuntime;

public class SigV4SignerTests
{
    private const string AccessKey = "AKIDEXAMPLE";
    private const string Secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private const string Date = "20150830T123600Z";

    /// <summary>Amazon's Signature Version 4 test suite: get-vanilla, post-vanilla, post-x-www-form-urlencoded.</summary>
    [Theory]
    [InlineData("GET", "", null, "host;x-amz-date", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("POST", "", null, "host;x-amz-date", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b")]
    [InlineData("POST", "Param1=value1", "application/x-www-form-urlencoded", "content-type;host;x-amz-date", "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a")]
    public void Sign_AmazonsTestVectors_GivesTheirSignatures(string method, string body, string? contentType, string names, string signature)
    {
        List<SignedHeader> headers = [new("host", "example.amazonaws.com"), new("x-amz-date", Date)];
        if (contentType is not null)
        {
            headers.Insert(0, new SignedHeader("content-type", contentType));
        }

        var authorization = new SigV4Signer("service", "us-east-1").Sign(method, "/", headers, SHA256.HashData(Encoding.UTF8.GetBytes(body)), Date, AccessKey, Secret);

        Assert.Equal($"AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders={names}, Signature={signature}", authorization);
    }

    /// <summary>As botocore signs the same invocation: a session token, and a value with two spaces in a row.</summary>
    [Fact]
    public void Sign_AnInvocation_IsAsBotocoreDoesIt()
    {
        List<SignedHeader> headers =
        [
            new("accept", "*/*"),
            new("content-type", "application/json"),
            new("host", "runtime.sagemaker.eu-central-1.amazonaws.com"),
            new("x-amz-date", Date),
            new("x-amz-security-token", "token/with+signs=="),
            new("x-amzn-sagemaker-custom-attributes", "trace  one"),
            new("x-amzn-sagemaker-target-variant", "champion"),
        ];

        var authorization = new SigV4Signer("sagemaker", "eu-central-1").Sign(
            "POST", "/endpoints/media-ranker/invocations", headers, SHA256.HashData("""{"a": 1}"""u8), Date, AccessKey, Secret);

        Assert.EndsWith("Signature=534be81cc031add138178c73e3483b53d69587563671156686b56f4b9b9e19e5", authorization, StringComparison.Ordinal);
    }

    [Fact]
    public void Sign_OnAnotherDayOrWithAnotherSecret_TakesAnotherKey()
    {
        var signer = new SigV4Signer("service", "us-east-1");

        string Signed(string date, string secret) => signer.Sign("GET", "/", [new("host", "h"), new("x-amz-date", date)], SHA256.HashData([]), date, AccessKey, secret);

        var first = Signed(Date, Secret);
        Assert.NotEqual(first, Signed(Date, "other"));
        Assert.NotEqual(first, Signed("20150831T123600Z", Secret));
        Assert.Equal(first, Signed(Date, Secret));
    }
}
