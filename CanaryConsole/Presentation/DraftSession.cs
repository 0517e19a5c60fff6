using CanaryConsole.Core.Deployments;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Environments;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Presentation.Wizard;

namespace CanaryConsole.Presentation;

/// <summary>A draft being typed: which fields were touched, what is wrong with them, and what the server said of them.</summary>
public sealed class DraftSession(Action onChange)
{
    private readonly HashSet<string> _touched = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _refused = new(StringComparer.Ordinal);
    private bool _showsAll;

    internal RolloutDraft Draft { get; private set; } = new();

    internal DraftCheck Check { get; private set; } = new(new Dictionary<string, string>(), new RolloutRequest { Endpoint = "" });

    /// <summary>Said of the draft as a whole.</summary>
    internal string? Refusal { get; private set; }

    /// <summary>Everything that keeps the draft from being sent, whether it is shown at its field yet or not.</summary>
    internal IReadOnlyList<DraftProblem> Problems =>
        [.. _refused.Concat(Check.Problems.Where(problem => !_refused.ContainsKey(problem.Key))).Select(problem => new DraftProblem(problem.Key, problem.Value))];

    /// <summary>Fields that somebody has typed into.</summary>
    internal IReadOnlyCollection<string> Touched => _touched;

    /// <summary>By field, what is not wrong and yet will not do what it is for.</summary>
    internal IReadOnlyDictionary<string, string> Warnings { get; private set; } = new Dictionary<string, string>();

    internal string? WarningOf(string field) => Warnings.GetValueOrDefault(field);

    /// <summary>The first finding of each field stands beside it.</summary>
    internal void Warn(IReadOnlyList<LintFinding> findings) =>
        Warnings = findings.GroupBy(finding => finding.Field, StringComparer.Ordinal).ToDictionary(field => field.Key, field => field.First().Reason, StringComparer.Ordinal);

    internal void Judge(EndpointDescription? endpoint, RolloutId? holder, DeploymentEnvironment? environment = null) => Check = DraftCheck.Of(Draft, endpoint, holder, environment);

    /// <summary>Takes in what was typed into a field; an answer of the server to the old value no longer holds.</summary>
    internal void Set(string field, Action assign)
    {
        assign();
        _touched.Add(field);
        _refused.Remove(field);
        Refusal = null;
        onChange();
    }

    /// <summary>From now on every problem is shown, also of fields nobody has touched.</summary>
    internal void ShowAll() => _showsAll = true;

    /// <summary>From now on every problem of a step is shown.</summary>
    internal void ShowIn(WizardStep step) => _touched.UnionWith(ProblemsIn(step).Select(problem => problem.Field));

    internal IReadOnlyList<DraftProblem> ProblemsIn(WizardStep step) => [.. Problems.Where(problem => WizardSteps.OfField(problem.Field) == step)];

    internal void Refuse(string? field, string reason)
    {
        if (field is null)
        {
            Refusal = reason;
        }
        else
        {
            _refused[field] = reason;
        }
    }

    internal string? ProblemOf(string field) =>
        _refused.GetValueOrDefault(field) ?? (_showsAll || _touched.Contains(field) ? Check.ProblemOf(field) : null);

    /// <summary>True when a field whose name begins with one of these has something wrong that is shown.</summary>
    internal bool ShowsProblemIn(IReadOnlyList<string> fields) =>
        fields.Any(field => _refused.Keys.Any(name => IsIn(name, field)) || Check.Problems.Keys.Any(name => IsIn(name, field) && (_showsAll || _touched.Contains(name))));

    /// <summary>Everything at once, from elsewhere than the keyboard; what was said of single fields is forgotten.</summary>
    internal void Fill(RolloutRequest request)
    {
        DraftFilling.Fill(Draft, request);
        _touched.Clear();
        _refused.Clear();
        (_showsAll, Refusal) = (false, null);
        onChange();
    }

    /// <summary>A draft that was kept comes back as it was typed.</summary>
    internal void Restore(RolloutDraft draft, IEnumerable<string> touched)
    {
        (Draft, _showsAll, Refusal) = (draft, false, null);
        _touched.Clear();
        _touched.UnionWith(touched);
        _refused.Clear();
    }

    /// <summary>True for a field whose name begins with one of these.</summary>
    internal static bool IsOneOf(string name, IReadOnlyList<string> fields) => fields.Any(field => IsIn(name, field));

    private static bool IsIn(string name, string field) => name.StartsWith(field, StringComparison.Ordinal) && (name.Length == field.Length || name[field.Length] is '.' or '[');
}
