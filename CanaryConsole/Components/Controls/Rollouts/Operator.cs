namespace CanaryConsole.Components.Controls.Rollouts;

/// <summary>Until people sign in, whoever sits at the console is one actor.</summary>
internal static class Operator
{
    public const string Name = "operator";
}
