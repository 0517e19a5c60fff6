namespace CanaryConsole.Sandbox.Topics;

/// <summary>Somebody who wants to be told; told only once the address has confirmed it.</summary>
internal sealed record Subscription(string Arn, string TopicArn, string Protocol, string Endpoint, string Token, DateTimeOffset Since)
{
    private const int LongestAddress = 320;

    public bool IsConfirmed { get; init; }

    /// <summary>The message itself is posted, without the envelope.</summary>
    public bool IsRaw { get; init; }

    public bool IsEmail => Protocol is "email" or "email-json";

    /// <summary>Refuses an address that the sandbox must not or cannot reach.</summary>
    public static void CheckEndpoint(string protocol, string endpoint)
    {
        switch (protocol)
        {
            case "http" or "https":
                if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var address) || address.Scheme != protocol)
                {
                    throw TopicParameter.Invalid("Endpoint", $"Endpoint must match the specified protocol, and \"{endpoint}\" is not an absolute {protocol} URL");
                }

                if (!address.IsLoopback)
                {
                    throw TopicParameter.Invalid("Endpoint", $"the sandbox delivers to loopback addresses only, not to {address.Host}");
                }

                break;
            case "email" or "email-json":
                if (endpoint.Length > LongestAddress || endpoint.Split('@') is not [{ Length: > 0 }, { Length: > 0 }] || endpoint.Any(char.IsWhiteSpace))
                {
                    throw TopicParameter.Invalid("Endpoint", "Email address");
                }

                break;
            default:
                throw TopicParameter.Invalid("Protocol", $"the sandbox delivers by http, https, email and email-json, not by {protocol}");
        }
    }
}
