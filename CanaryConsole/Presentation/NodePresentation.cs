namespace CanaryConsole.Presentation;

/// <summary>A station of the timeline in class, icon and word.</summary>
internal static class NodePresentation
{
    public static string CssClass(this NodeState state) => state switch
    {
        NodeState.Ahead => "",
        NodeState.Now => "now",
        NodeState.Done => "done",
        NodeState.Failed => "bad",
    };

    public static Glyph? Glyph(this NodeState state) => state switch
    {
        NodeState.Done => Presentation.Glyph.Check,
        NodeState.Failed => Presentation.Glyph.Cross,
        NodeState.Ahead or NodeState.Now => null,
    };

    public static string Word(this NodeState state) => state switch
    {
        NodeState.Ahead => "ahead",
        NodeState.Now => "now",
        NodeState.Done => "done",
        NodeState.Failed => "stopped",
    };
}
