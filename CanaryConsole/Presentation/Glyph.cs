namespace CanaryConsole.Presentation;

/// <summary>The console's icons.</summary>
public enum Glyph
{
    Alert,
    Arrow,
    Baking,
    Check,
    Clock,
    Copy,
    Cross,
    EyeOff,
    Flask,
    Gear,
    Hand,
    Pause,
    Promote,
    Search,
    Soak,
    Split,
    Theme,
    Undo,
}

internal static class GlyphPath
{
    /// <summary>Stroked path on a 16 by 16 grid.</summary>
    public static string Of(Glyph glyph) => glyph switch
    {
        Glyph.Alert => "M8 2 14.5 13.5H1.5ZM8 6.5V9.5M8 11.6V11.7",
        Glyph.Arrow => "M3 8H13M9 4 13 8 9 12",
        Glyph.Baking => "M8 2A6 6 0 1 0 14 8H8ZM10.5 2.6A6 6 0 0 1 13.4 5.5",
        Glyph.Check => "M3 8.5 6.5 12 13 4.5",
        Glyph.Clock => "M8 2A6 6 0 1 0 8 14 6 6 0 1 0 8 2ZM8 5V8L10.2 9.5",
        Glyph.Copy => "M6 5.5H13.5V14H6ZM3 10.5H2.5V2H10V3",
        Glyph.Cross => "M4 4 12 12M12 4 4 12",
        Glyph.EyeOff => "M2 8C3.5 5.2 5.6 4 8 4 10.4 4 12.5 5.2 14 8 12.5 10.8 10.4 12 8 12 5.6 12 3.5 10.8 2 8ZM3 13.5 13 2.5",
        Glyph.Flask => "M6 2H10M6.8 2V6.5L3 13.5H13L9.2 6.5V2M5 10.5H11",
        Glyph.Gear => "M8 5.5A2.5 2.5 0 1 0 8 10.5 2.5 2.5 0 1 0 8 5.5ZM8 1.8V3.6M8 12.4V14.2M1.8 8H3.6M12.4 8H14.2M3.6 3.6 4.9 4.9M11.1 11.1 12.4 12.4M12.4 3.6 11.1 4.9M4.9 11.1 3.6 12.4",
        Glyph.Hand => "M4.5 8.5V4.5M4.5 4.5A1 1 0 0 1 6.5 4.5V7.5M6.5 7.5V3A1 1 0 0 1 8.5 3V7.5M8.5 7.5V3.7A1 1 0 0 1 10.5 3.7V8M10.5 8V5.5A1 1 0 0 1 12.5 5.5V10A4 4 0 0 1 8.5 14 5 5 0 0 1 4.6 11.8L3 9A1 1 0 0 1 4.5 8.5",
        Glyph.Pause => "M5.5 3.5V12.5M10.5 3.5V12.5",
        Glyph.Promote => "M8 13V3M4 7 8 3 12 7",
        Glyph.Search => "M7 2.5A4.5 4.5 0 1 0 7 11.5 4.5 4.5 0 1 0 7 2.5ZM10.4 10.4 14 14",
        Glyph.Soak => "M8 2C10.5 5 12.2 7.3 12.2 9.6A4.2 4.2 0 0 1 3.8 9.6C3.8 7.3 5.5 5 8 2Z",
        Glyph.Split => "M2 8H5L9 4H14M9 12H14M5 8 9 12M12 2 14 4 12 6M12 10 14 12 12 14",
        Glyph.Theme => "M13.5 9.5A6 6 0 1 1 6.5 2.5 4.8 4.8 0 0 0 13.5 9.5Z",
        Glyph.Undo => "M5.5 3 2.5 6 5.5 9M2.5 6H9.5A4 4 0 0 1 9.5 13.5H6",
    };
}
