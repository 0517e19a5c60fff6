using System.Text;
using System.Text.Json;
using CanaryConsole.Sandbox.Protocol;
using Microsoft.AspNetCore.Http;

namespace CanaryConsole.Sandbox.Topics;

/// <summary>Reads a message to publish out of the query protocol's form.</summary>
internal static class MessageForm
{
    private const int MaximumBytes = 262_144;
    private const int MaximumSubject = 100;
    private const int MaximumAttributes = 100;

    public static PublishedMessage Read(IFormCollection form, DateTimeOffset now)
    {
        string? arn = form["TopicArn"].FirstOrDefault() ?? form["TargetArn"].FirstOrDefault();
        string? message = form["Message"];
        string? subject = form["Subject"];
        if (arn is null)
        {
            throw Invalid("TopicArn or TargetArn", "no value for required parameter");
        }

        if (string.IsNullOrEmpty(message) || Encoding.UTF8.GetByteCount(message) > MaximumBytes)
        {
            throw Invalid("Message", string.IsNullOrEmpty(message) ? "Empty message" : "Message too long");
        }

        if (subject is { Length: 0 or > MaximumSubject } || subject?.Any(char.IsControl) == true)
        {
            throw Invalid("Subject", "Subject must have 1 to 100 characters without line breaks");
        }

        var byProtocol = ByProtocol(form["MessageStructure"], message);
        return new PublishedMessage("", arn, subject, byProtocol?["default"] ?? message, now)
        {
            Attributes = Attributes(form),
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
            throw Invalid("MessageStructure", $"it must be json, but is {structure}");
        }

        try
        {
            var byProtocol = JsonSerializer.Deserialize<Dictionary<string, string>>(message);
            return byProtocol?.ContainsKey("default") == true
                ? byProtocol
                : throw Invalid("Message Structure", "No default entry in JSON message body");
        }
        catch (JsonException)
        {
            throw Invalid("Message Structure", "JSON message body failed to parse");
        }
    }

    private static Dictionary<string, MessageAttribute> Attributes(IFormCollection form)
    {
        var attributes = new Dictionary<string, MessageAttribute>(StringComparer.Ordinal);
        for (var i = 1; form[$"MessageAttributes.entry.{i}.Name"].FirstOrDefault() is { } name; i++)
        {
            var value = $"MessageAttributes.entry.{i}.Value";
            string? type = form[$"{value}.DataType"];
            string? content = type?.StartsWith("Binary", StringComparison.Ordinal) == true ? form[$"{value}.BinaryValue"] : form[$"{value}.StringValue"];
            if (i > MaximumAttributes || type is null || content is null || type.Split('.')[0] is not ("String" or "Number" or "Binary"))
            {
                throw new AwsErrorException("InvalidParameterValue", $"The message attribute '{name}' must have a DataType of String, Number or Binary and a value of it, and there are at most {MaximumAttributes}.");
            }

            attributes[name] = new MessageAttribute(type, content);
        }

        return attributes;
    }

    private static AwsErrorException Invalid(string parameter, string reason) => new("InvalidParameter", $"Invalid parameter: {parameter} Reason: {reason}");
}
