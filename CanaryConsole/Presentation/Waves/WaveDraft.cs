using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Waves;

namespace CanaryConsole.Presentation.Waves;

/// <summary>The form of a new wave as it was typed.</summary>
public sealed class WaveDraft
{
    private static readonly char[] Between = [',', ' ', '\n', '\r', ';'];

    private const double Week = 7 * 24 * 60;

    public string Name { get; set; } = "";

    /// <summary>The name of a template; empty to go by <see cref="Plan"/>.</summary>
    public string Template { get; set; } = "";

    /// <summary>The plan that was read; null while there is none.</summary>
    public RolloutRequest? Plan { get; set; }

    public List<WaveStageDraft> Stages { get; } = [new()];

    /// <summary>The request, and what is wrong with it by field in the API's spelling.</summary>
    internal (WaveRequest Request, IReadOnlyDictionary<string, string> Problems) Check()
    {
        var fields = new DraftFields();
        var name = fields.Required("name", Name, "The wave has no name; give it one of up to 80 characters.");
        if (name.Length > 80)
        {
            fields.Refuse("name", $"The name has {name.Length} characters; give at most 80.");
        }

        if (Template.Length == 0 && Plan is null)
        {
            fields.Refuse("template", "There is no plan; choose a template or give a plan.");
        }

        var request = new WaveRequest
        {
            Name = name,
            Template = Template.Length > 0 ? Template : null,
            Plan = Template.Length > 0 ? null : Plan,
            Stages = [.. Stages.Select((stage, index) => Stage(stage, index, fields))],
        };
        foreach (var twice in request.Stages.SelectMany(stage => stage.Endpoints).GroupBy(endpoint => endpoint, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            var index = request.Stages.ToList().FindLastIndex(stage => stage.Endpoints.Contains(twice.Key));
            fields.Refuse($"stages[{index}].endpoints", $"{twice.Key} stands twice in this wave; name each endpoint once.");
        }

        return (request, fields.Problems);
    }

    private static WaveStageRequest Stage(WaveStageDraft stage, int index, DraftFields fields)
    {
        string[] endpoints = [.. stage.Endpoints.Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        if (endpoints.Length == 0)
        {
            fields.Refuse($"stages[{index}].endpoints", $"Stage {index + 1} has no endpoint; name at least one.");
        }

        return new WaveStageRequest
        {
            Name = DraftFields.Text(stage.Name),
            Endpoints = endpoints,
            Gate = stage.Gate,
            WaitMinutes = index == 0 ? null : fields.Number($"stages[{index}].waitMinutes", stage.WaitMinutes, $"Wait before stage {index + 1}", 0, Week, "minutes", optional: true),
        };
    }
}

/// <summary>One stage of the form.</summary>
public sealed class WaveStageDraft
{
    public string Name { get; set; } = "";

    /// <summary>Names with commas or spaces between.</summary>
    public string Endpoints { get; set; } = "";

    public bool Gate { get; set; }

    public string WaitMinutes { get; set; } = "";
}
