using System.Text;
using System.Text.Json;
using CanaryConsole.Aws.SimpleNotificationService.Model;
using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox.Topics;

/// <summary>What SNS asks of a message before it is published.</summary>
internal static class MessageRules
{
    private const int MaximumBytes = 262_144;
    private const int MaximumSubject = 100;
    private const int MaximumAttributes = 100;

    public static PublishedMessage Check(PublishRequest request, DateTimeOffset now)
    {
        var (arn, message, subject) = (request.TopicArn ?? request.TargetArn, request.Message, request.Subject);
        if (arn is null)
        {
            throw TopicParameter.Missing("TopicArn or TargetArn");
        }

        if (string.IsNullOrEmpty(message) || Encoding.UTF8.GetByteCount(message) > MaximumBytes)
        {
            throw TopicParameter.Invalid("Message", string.IsNullOrEmpty(message) ? "Empty message" : "Message too long");
        }

        if (subject is { Length: 0 or > MaximumSubject } || subject?.Any(char.IsControl) == true)
        {
            throw TopicParameter.Invalid("Subject", "Subject must have 1 to 100 characters without line breaks");
        }

        var byProtocol = ByProtocol(request.MessageStructure, message);
        return new PublishedMessage("", arn, subject, byProtocol?["default"] ?? message, now)
        {
            Attributes = Attributes(request.MessageAttributes ?? []),
            ByProtocol = byProtocol ?? [],
        };
    }

    private static Dictionary<string, string>? ByProtocol(string? structure, string message)
    {
        if (structure is null)
        {
            return null;
        }

        if (structure != "json")
        {
            throw TopicParameter.Invalid("MessageStructure", $"it must be json, but is {structure}");
        }

        try
        {
            var byProtocol = JsonSerializer.Deserialize<Dictionary<string, string>>(message);
            return byProtocol?.ContainsKey("default") == true
                ? byProtocol
                : throw TopicParameter.Invalid("Message Structure", "No default entry in JSON message body");
        }
        catch (JsonException)
        {
            throw TopicParameter.Invalid("Message Structure", "JSON message body failed to parse");
        }
    }

    private static Dictionary<string, MessageAttribute> Attributes(Dictionary<string, MessageAttributeValue> given)
    {
        var attributes = new Dictionary<string, MessageAttribute>(StringComparer.Ordinal);
        foreach (var (name, value) in given)
        {
            var type = value.DataType ?? "";
            var content = type.StartsWith("Binary", StringComparison.Ordinal) ? Base64(value.BinaryValue) : value.StringValue;
            if (given.Count > MaximumAttributes || content is null || type.Split('.')[0] is not ("String" or "Number" or "Binary"))
            {
                throw new AwsErrorException("ParameterValueInvalid", $"The message attribute '{name}' must have a DataType of String, Number or Binary and a value of it, and there are at most {MaximumAttributes}.");
            }

            attributes.Add(name, new MessageAttribute(type, content));
        }

        return attributes;
    }

    private static string? Base64(MemoryStream? value) => value is null ? null : Convert.ToBase64String(value.ToArray());
}
