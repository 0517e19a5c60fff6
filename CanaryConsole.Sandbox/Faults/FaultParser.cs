using System.Globalization;
using System.Text.RegularExpressions;

namespace CanaryConsole.Sandbox.Faults;

/// <summary>Reads what a person or a program asks for; what cannot be meant is refused in one sentence.</summary>
internal static partial class FaultParser
{
    /// <summary>As on the command line: <c>throttle operation=DescribeEndpoint rate=0.5 for=600</c>.</summary>
    /// <exception cref="FormatException">One sentence that says what is wrong.</exception>
    public static FaultOrder Parse(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in words.Skip(1))
        {
            var equals = word.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                throw new FormatException($"The fault \"{text}\" has the word \"{word}\": write name=value, as in throttle operation=DescribeEndpoint rate=0.5.");
            }

            if (!values.TryAdd(word[..equals], word[(equals + 1)..]))
            {
                throw new FormatException($"The fault \"{text}\" gives {word[..equals]} twice.");
            }
        }

        return Read(words.FirstOrDefault() ?? "", values);
    }

    /// <exception cref="FormatException">One sentence that says what is wrong.</exception>
    public static FaultOrder Read(string name, IReadOnlyDictionary<string, string> values)
    {
        var kind = FaultKinds.All.FirstOrDefault(one => one.Name == name)
            ?? throw new FormatException($"There is no fault \"{name}\": there are {string.Join(", ", FaultKinds.All.Select(one => one.Name))}.");
        foreach (var given in values.Keys)
        {
            if (given != FaultKinds.Lasting.Name && kind.Fields.All(field => field.Name != given))
            {
                throw new FormatException($"The fault {name} has no value {given}: it has {string.Join(", ", kind.Fields.Append(FaultKinds.Lasting).Select(field => field.Name))}.");
            }
        }

        foreach (var field in kind.Fields.Append(FaultKinds.Lasting))
        {
            Check(name, field, values.GetValueOrDefault(field.Name));
        }

        var read = new FaultValues(values);
        return new FaultOrder(kind, values, kind.Create(read), values.ContainsKey(FaultKinds.Lasting.Name) ? read.Seconds(FaultKinds.Lasting.Name) : null);
    }

    private static void Check(string fault, FaultField field, string? text)
    {
        if (text is null)
        {
            if (field.IsRequired)
            {
                throw new FormatException($"The fault {fault} needs {field.Name}: {Wanted(field)}.");
            }

            return;
        }

        if (!IsWanted(field, text))
        {
            throw new FormatException($"The fault {fault} has {field.Name} \"{text}\": give {Wanted(field)}.");
        }
    }

    private static bool IsWanted(FaultField field, string text) => field.Type switch
    {
        FaultFieldType.Number => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number > field.Above && number >= field.Minimum && number <= field.Maximum,
        FaultFieldType.Choice => field.Choices.Contains(text),
        FaultFieldType.Operation => OperationPattern().IsMatch(text),
        FaultFieldType.Endpoint or FaultFieldType.Variant => NamePattern().IsMatch(text),
    };

    private static string Wanted(FaultField field) => field.Type switch
    {
        FaultFieldType.Number when double.IsFinite(field.Above) => string.Create(CultureInfo.InvariantCulture, $"a number above {field.Above} and at most {field.Maximum}"),
        FaultFieldType.Number => string.Create(CultureInfo.InvariantCulture, $"a number from {field.Minimum} to {field.Maximum}"),
        FaultFieldType.Choice => $"one of {string.Join(", ", field.Choices)}",
        FaultFieldType.Operation => "the name of an operation, as DescribeEndpoint",
        FaultFieldType.Endpoint => "the name of an endpoint, 1 to 63 letters, digits and inner hyphens",
        FaultFieldType.Variant => "the name of a variant, 1 to 63 letters, digits and inner hyphens",
    };

    [GeneratedRegex("^[A-Z][A-Za-z0-9]{0,62}$")]
    private static partial Regex OperationPattern();

    [GeneratedRegex("^(?=.{1,63}$)[a-zA-Z0-9](-*[a-zA-Z0-9])*$")]
    private static partial Regex NamePattern();
}
