using System.Reflection;

namespace CanaryConsole.Api;

/// <summary>A body as the handler wants it, or the answer that says what is wrong with it; <see cref="BodyProblems"/> gives that answer.</summary>
internal interface IBody
{
    IResult? Problem { get; }
}

/// <summary>A JSON body.</summary>
internal sealed class Body<T> : IBody
    where T : class
{
    private static readonly byte[] EmptyObject = "{}"u8.ToArray();

    private readonly T? _value;

    private Body(T? value, IResult? problem)
    {
        _value = value;
        Problem = problem;
    }

    public IResult? Problem { get; }

    public T Value => _value ?? throw new InvalidOperationException("A body with a problem never reaches its handler.");

    public static ValueTask<Body<T>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        var marks = context.GetEndpoint()!.Metadata;
        var bytes = RequestBytes.Of(context);
        var problem = JsonReading.TryRead<T>(
            bytes.IsEmpty && marks.GetMetadata<OptionalBody>() is not null ? EmptyObject : bytes,
            marks.GetMetadata<LenientBody>() is not null,
            out var value);
        return ValueTask.FromResult<Body<T>?>(new Body<T>(value, problem));
    }
}

/// <summary>Marks an endpoint of the published contract: members it does not know are ignored there, refused everywhere else.</summary>
internal sealed class LenientBody;

/// <summary>Marks an endpoint that takes no body for an empty object.</summary>
internal sealed class OptionalBody;

internal sealed class BodyProblems : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.Arguments.OfType<IBody>().FirstOrDefault(body => body.Problem is not null) is { } faulty
            ? ValueTask.FromResult<object?>(faulty.Problem)
            : next(context);
}
