using System.Globalization;
using CanaryConsole.Sandbox.Control;

namespace CanaryConsole.Presentation.Sandbox;

/// <summary>A fault being filled in: what was entered, and what is still wrong with it.</summary>
public sealed class FaultDraft
{
    private readonly Dictionary<string, string> _texts = [];

    public FaultDraft(FaultOffer offer)
    {
        Offer = offer;
        foreach (var field in offer.Fields.Where(field => field.Suggestion is not null))
        {
            _texts[field.Name] = field.Suggestion!;
        }
    }

    public FaultOffer Offer { get; }

    public string this[string field]
    {
        get => _texts.GetValueOrDefault(field) ?? "";
        set
        {
            _texts[field] = value.Trim();

            // A variant belongs to the endpoint it was chosen from.
            if (field == "endpoint")
            {
                _texts.Remove("variant");
            }
        }
    }

    /// <summary>What was entered, without what was left empty.</summary>
    public IReadOnlyDictionary<string, string> Values => _texts.Where(pair => pair.Value.Length > 0).ToDictionary(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Problems() => Offer.Fields
        .Select(field => (field.Name, Problem: ProblemOf(field)))
        .Where(found => found.Problem is not null)
        .ToDictionary(found => found.Name, found => found.Problem!, StringComparer.Ordinal);

    private string? ProblemOf(FaultOfferField field)
    {
        var text = this[field.Name];
        if (text.Length == 0)
        {
            return !field.IsRequired ? null : field.Type == "number" ? $"Give a number {FaultWords.Bounds(field)}." : "Choose one.";
        }

        if (field.Type != "number")
        {
            return null;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && !(number <= field.Above) && !(number < field.Minimum) && !(number > field.Maximum) && double.IsFinite(number)
                ? null
                : $"\"{text}\" cannot be: give a number {FaultWords.Bounds(field)}.";
    }
}
