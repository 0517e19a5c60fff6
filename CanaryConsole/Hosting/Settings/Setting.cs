namespace CanaryConsole.Hosting.Settings;

/// <summary>A setting people may give, on the command line, in the environment or in appsettings.json.</summary>
/// <param name="Key">As written after "--"; upper and lower case are the same.</param>
/// <param name="Default">For the help text.</param>
/// <param name="Example">A value that works, for the sentence that refuses one that does not.</param>
/// <param name="Expectation">What the value must be, as in "a whole number from 1 to 65535"; null for a value that will do.</param>
internal sealed record Setting(string Key, string Default, string Meaning, string Example, Func<string, string?> Expectation)
{
    public string? Refusal(string value) => Expectation(value) is { } expected
        ? $"{Key} is \"{value}\": it must be {expected}, as in --{Key}={Example}."
        : null;
}
