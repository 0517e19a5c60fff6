using System.Diagnostics;
using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Core.Guardrails;

/// <summary>How many of a window's requests failed, by what a guardrail counts. Pure.</summary>
public static class ErrorCounting
{
    /// <returns>0 to the window's requests; null where a count it needs was not delivered. Missing is missing, never 0.</returns>
    public static long? Of(ErrorKind kind, MetricWindow window) => Count(kind, window) is { } errors ? Math.Min(errors, window.Requests) : null;

    /// <summary>Whether 4xx answers must be read for it.</summary>
    public static bool NeedsClientErrors(ErrorKind kind) => kind is ErrorKind.ClientErrors or ErrorKind.All;

    /// <summary>What is counted, in the words of a sentence: "5xx answers".</summary>
    public static string Words(ErrorKind kind) => kind switch
    {
        ErrorKind.Failures => "failures",
        ErrorKind.ServerErrors => "5xx answers",
        ErrorKind.ClientErrors => "4xx answers",
        ErrorKind.ModelErrors => "model errors",
        ErrorKind.All => "failures and 4xx answers",
        _ => throw new UnreachableException(),
    };

    private static long? Count(ErrorKind kind, MetricWindow window) => kind switch
    {
        ErrorKind.Failures => window.Errors,
        ErrorKind.ServerErrors => window.ServerErrors,
        ErrorKind.ClientErrors => window.ClientErrors,
        ErrorKind.ModelErrors => window.ModelErrors,

        // A container's own 4xx is a model error too, so the two are not added up; 4xx and 5xx never overlap.
        ErrorKind.All => window.ClientErrors is { } client ? Math.Max(client + (window.ServerErrors ?? 0), window.Errors) : null,
        _ => throw new UnreachableException(),
    };
}
