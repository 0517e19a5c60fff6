using System.Text.Json;

namespace CanaryConsole.Core.SmokeTests;

/// <summary>
/// What an answer's JSON must say, in a part of RFC 9535's filter expressions: conditions joined by <c>&amp;&amp;</c>, each of them
/// <c>$.path</c> (is there), <c>!$.path</c> (is not there), <c>$.path OP literal</c> or <c>length($.path) OP literal</c>.
/// </summary>
/// <remarks>
/// OP is ==, !=, &lt;, &lt;=, &gt; or &gt;=. A literal is a number, true, false, null, or a string in single or double quotes. A path goes by
/// <c>.name</c>, <c>['any name']</c> and <c>[index]</c> to one value; wildcards, slices, filters within a path, descendants, <c>||</c>, parentheses
/// and the other functions are not understood and refused. Numbers are compared as 64-bit floating point.
/// </remarks>
/// <param name="Text">As it was written.</param>
internal sealed record JsonAssertion(string Text, IReadOnlyList<JsonTerm> Terms)
{
    public const int MaximumLength = 500;

    /// <exception cref="FormatException">It is not an assertion; the message says at which character and what was expected.</exception>
    public static JsonAssertion Parse(string text) => new(text, new AssertionParser(text).Parse());

    public bool Holds(JsonElement root)
    {
        try
        {
            return Terms.All(term => term.Holds(root));
        }
        catch (InvalidOperationException)
        {
            // A string that is no text, as in half a surrogate pair: whatever it is, it is not what was asked for.
            return false;
        }
    }
}
