using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Presentation;

/// <summary>The draft's hooks as the request wants them. Which hosts may be asked the server knows.</summary>
internal static class DraftHooks
{
    public static List<HookRequest> Of(IReadOnlyList<HookDraft> hooks, DraftFields fields) => [.. hooks.Select((hook, index) => One(hook, index, fields))];

    private static HookRequest One(HookDraft hook, int index, DraftFields fields)
    {
        var field = $"hooks[{index}].url";
        var address = fields.Required(field, hook.Url, $"The address of hook {index + 1} is empty; give an https address.");
        if (address.Length > 0 && !(Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps))
        {
            fields.Refuse(field, $"The address of hook {index + 1}, \"{address}\", is not an https address.");
        }

        return new HookRequest
        {
            Moment = hook.Moment,
            Url = address,
            Name = DraftFields.Text(hook.Name),
            TimeoutSeconds = fields.Number($"hooks[{index}].timeoutSeconds", hook.TimeoutSeconds, $"Time limit of hook {index + 1}", 1, 300, "seconds", optional: true),
        };
    }
}
