using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Presentation;

/// <summary>What the draft wants made around the challenger, as the request wants it: scaling, data capture, alarms and tags.</summary>
internal static class DraftCapacity
{
    public const string InvocationsPerInstance = "invocationsPerInstance";
    public const string Latency = "latency";
    public const string LatencyP99 = "latencyP99";
    public const string ErrorRate = "errorRate5xx";
    public const string Cpu = "cpu";
    public const string Memory = "memory";
    public const int MostAlarms = 10;
    public const int MostTags = 20;

    private const int MostInstances = 1_000;
    private const int LongestKey = 128;
    private const int LongestValue = 256;

    public static ScalingRequest? Scaling(ScalingDraft draft, DraftFields fields)
    {
        if (draft.Target.Length == 0)
        {
            return null;
        }

        var value = draft.Target is Latency
            ? fields.Number("scaling.value", draft.Value, "Latency to scale by", 0.001, 60_000, "ms")
            : fields.Number("scaling.value", draft.Value, "Invocations to scale by", 0.001, 1_000_000_000, "a minute");
        var minimum = (int?)fields.Number("scaling.minimumInstances", draft.Minimum, "Fewest instances", 1, MostInstances, optional: true, whole: true);
        var maximum = (int?)fields.Number("scaling.maximumInstances", draft.Maximum, "Most instances", 1, MostInstances, optional: true, whole: true);
        if (maximum < minimum)
        {
            fields.Refuse("scaling.maximumInstances", $"Most instances {maximum} is fewer than the fewest, {minimum}; give {minimum} to {CountText.Of(MostInstances)}.");
        }

        return new ScalingRequest(draft.Target, value, minimum, maximum);
    }

    /// <param name="endpoint">As last seen; null when it is not known.</param>
    public static CaptureRequest? Capture(CaptureDraft draft, EndpointDescription? endpoint, DraftFields fields)
    {
        if (!draft.On)
        {
            return null;
        }

        var share = fields.Number("capture.share", draft.Share, "Captured requests", 0, 100, "%", whole: true);
        var destination = DraftFields.Text(draft.Destination);
        if (destination is not null && !(destination.StartsWith("s3://", StringComparison.Ordinal) && Uri.TryCreate(destination, UriKind.Absolute, out var address) && address.Host.Length > 0))
        {
            fields.Refuse("capture.destination", $"The folder \"{destination}\" is not one in S3; give it as in s3://bucket/prefix.");
        }

        if (destination is null && share is not 0 && endpoint is { Capture: null })
        {
            fields.Refuse("capture.destination", $"No folder is given, and {endpoint.Name} captures nothing now; say where to, as in s3://bucket/prefix.");
        }

        return new CaptureRequest(share is { } percent ? Math.Round(percent / 100, 9) : null, destination);
    }

    public static List<AlarmRequest> Alarms(IReadOnlyList<AlarmDraft> alarms, DraftFields fields) => [.. alarms.Select((alarm, index) => Alarm(alarm, index, fields))];

    public static Dictionary<string, string> Tags(IReadOnlyList<TagDraft> tags, DraftFields fields)
    {
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var index = 0; index < tags.Count; index++)
        {
            var (field, value) = ($"tags[{index}].key", tags[index].Value.Trim());
            var key = fields.Required(field, tags[index].Key, $"Tag {index + 1} has no name; give 1 to {LongestKey} characters.");
            if (key.Length > LongestKey || key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
            {
                fields.Refuse(field, $"The name of tag {index + 1}, \"{key}\", cannot be used; give 1 to {LongestKey} characters that do not begin with \"aws:\".");
            }

            if (value.Length > LongestValue)
            {
                fields.Refuse($"tags[{index}].value", $"The value of tag {index + 1} has {value.Length} characters; give at most {LongestValue}.");
            }

            if (key.Length > 0 && !read.TryAdd(key, value))
            {
                fields.Refuse(field, $"Tag {index + 1}, \"{key}\", is given twice; give each name once.");
            }
        }

        return read;
    }

    private static AlarmRequest Alarm(AlarmDraft alarm, int index, DraftFields fields)
    {
        var (field, name) = ($"alarms[{index}].limit", $"Limit of alarm {index + 1}");
        var limit = alarm.Kind switch
        {
            LatencyP99 => fields.Number(field, alarm.Limit, name, 0.001, 60_000, "ms"),
            ErrorRate => fields.Number(field, alarm.Limit, name, 0, 99.9, "%") is { } percent ? Math.Round(percent / 100, 9) : null,
            _ => fields.Number(field, alarm.Limit, name, 0.1, 99.9, "%"),
        };
        return new AlarmRequest(alarm.Kind, limit, (int?)fields.Number($"alarms[{index}].minutes", alarm.Minutes, $"Minutes of alarm {index + 1}", 1, 60, "minutes", optional: true, whole: true));
    }
}
