using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace CanaryConsole.Tests.Components;

/// <summary>Looks at a page as its reader does: by the words, not by the markup.</summary>
internal static partial class WhatIsRead
{
    /// <summary>The text of some markup, with every run of white space as one space.</summary>
    public static string Text(this string markup) => Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(markup, "")), " ").Trim();

    /// <summary>The one button with this text.</summary>
    public static IElement Button<T>(this IRenderedComponent<T> component, string text)
        where T : IComponent => Assert.Single(component.FindAll("button"), button => button.TextContent.Trim() == text);

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
