using System.Reflection;
using CanaryConsole.Core.Rollouts.Plans;
using CanaryConsole.Core.Shapes;

namespace CanaryConsole.Api;

/// <summary>A body as the handler wants it, or the answer that says what is wrong with it; <see cref="BodyProblems"/> gives that answer.</summary>
internal interface IBody
{
    IResult? Problem { get; }
}

/// <summary>A JSON body, or a YAML one where the address takes it.</summary>
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
        var options = marks.GetMetadata<LenientBody>() is not null ? StrictJson.Lenient
            : marks.GetMetadata<OpenPlanBody>() is not null ? PlanShape.Open
            : StrictJson.Options;
        var bytes = RequestBytes.Of(context);
        var problem = YamlBody.IsSent(context)
            ? YamlBody.TryRead<T>(context, bytes, options, out var value)
            : JsonReading.TryRead(bytes.IsEmpty && marks.GetMetadata<OptionalBody>() is not null ? EmptyObject : bytes, options, out value);
        return ValueTask.FromResult<Body<T>?>(new Body<T>(value, problem));
    }
}

/// <summary>Marks an endpoint of the published contract: members it does not know are ignored there, refused everywhere else.</summary>
internal sealed class LenientBody;

/// <summary>Marks an endpoint that takes plans whose endpoint may be left open.</summary>
internal sealed class OpenPlanBody;

/// <summary>Marks an endpoint that takes no body for an empty object.</summary>
internal sealed class OptionalBody;

internal sealed class BodyProblems : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.Arguments.OfType<IBody>().FirstOrDefault(body => body.Problem is not null) is { } faulty
            ? ValueTask.FromResult<object?>(faulty.Problem)
            : next(context);
}
