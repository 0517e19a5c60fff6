using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox.Topics;

/// <summary>SNS's words for a parameter that it does not take.</summary>
internal static class TopicParameter
{
    public static AwsErrorException Invalid(string parameter, string reason) => new("InvalidParameter", $"Invalid parameter: {parameter} Reason: {reason}");

    public static AwsErrorException Missing(string parameter) => Invalid(parameter, "no value for required parameter");

    /// <summary>A form can name a parameter and give it nothing: to SNS that is as good as leaving it out.</summary>
    public static string Given(string? value, string parameter) => string.IsNullOrEmpty(value) ? throw Missing(parameter) : value;
}
