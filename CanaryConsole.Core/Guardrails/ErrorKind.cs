namespace CanaryConsole.Core.Guardrails;

/// <summary>Which answers count as errors.</summary>
public enum ErrorKind
{
    /// <summary>The greater of 5xx answers and model errors, which overlap.</summary>
    Failures,

    /// <summary>5xx answers.</summary>
    ServerErrors,

    /// <summary>4xx answers.</summary>
    ClientErrors,

    /// <summary>Anything but a 2xx from the container, cut connections and timeouts included.</summary>
    ModelErrors,

    /// <summary>4xx answers and <see cref="Failures"/>.</summary>
    All,
}
