using System.Text;
using CanaryConsole.Sandbox.Protocol;
using Microsoft.AspNetCore.Http;

namespace CanaryConsole.Sandbox.Invocations;

/// <summary>How InvokeEndpoint says that the model, not the service, failed.</summary>
internal static class ModelError
{
    private const int LongestMessage = 1024;

    public static AwsErrorException Of(ModelAnswer answer, string endpoint)
    {
        var original = Encoding.UTF8.GetString(answer.Body.Span[..Math.Min(answer.Body.Length, LongestMessage)]);
        var side = answer.Status is >= 400 and < 500 ? "client" : "server";
        return new AwsErrorException(
            "ModelError",
            $"Received {side} error ({answer.Status}) from {answer.Container} with message \"{original}\"."
            + $" See https://{Arn.Region}.console.aws.amazon.com/cloudwatch/home?region={Arn.Region}#logEventViewer:group=/aws/sagemaker/Endpoints/{endpoint}"
            + $" in account {Arn.Account} for more information.",
            StatusCodes.Status424FailedDependency)
        {
            Members = new Dictionary<string, object>
            {
                ["OriginalStatusCode"] = answer.Status,
                ["OriginalMessage"] = original,
                ["LogStreamArn"] = $"arn:aws:logs:{Arn.Region}:{Arn.Account}:log-group:/aws/sagemaker/Endpoints/{endpoint}",
            },
        };
    }
}
