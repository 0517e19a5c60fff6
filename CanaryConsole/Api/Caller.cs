using System.Reflection;
using CanaryConsole.Core;

namespace CanaryConsole.Api;

/// <summary>Who asks, by the X-Actor header: claimed and not proven, until sign-in exists.</summary>
internal sealed record Caller(string Name)
{
    public const string Header = "X-Actor";

    /// <summary>Turns a request away whose name cannot stand in the log, before anything is done for it.</summary>
    public static Task CheckAsync(HttpContext context, RequestDelegate next) =>
        context.Request.Headers.TryGetValue(Header, out var given) && ActorName.Problem(given, Header) is { } problem
            ? Problems.BadField(Header, given, problem).ExecuteAsync(context)
            : next(context);

    /// <summary>Called by the framework for every handler that takes a caller.</summary>
    public static ValueTask<Caller?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        ValueTask.FromResult<Caller?>(new(context.Request.Headers.TryGetValue(Header, out var given) ? given.ToString().Trim() : ConsoleApi.Actor));
}
