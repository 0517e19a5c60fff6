using System.Collections;
using Amazon.Runtime;

namespace CanaryConsole.Aws.Protocol;

/// <summary>The bounds of one part of a member, the enumeration it is of included.</summary>
internal sealed class PartBounds
{
    private readonly BoundAttribute[] _bounds;
    private readonly EnumerationValues? _enumeration;

    public PartBounds(Type type, IEnumerable<BoundAttribute> bounds)
    {
        _bounds = [.. bounds];
        _enumeration = type.IsSubclassOf(typeof(ConstantClass)) ? new EnumerationValues(type) : null;
    }

    public bool Holds(object value)
    {
        if (_enumeration is not null && !_enumeration.Contains((ConstantClass)value))
        {
            return false;
        }

        foreach (var bound in _bounds)
        {
            if (!bound.Holds(value))
            {
                return false;
            }
        }

        return true;
    }

    public bool HoldsForAll(ICollection parts)
    {
        if (_bounds.Length == 0 && _enumeration is null)
        {
            return true;
        }

        foreach (var part in parts)
        {
            if (part is null || !Holds(part))
            {
                return false;
            }
        }

        return true;
    }

    public IEnumerable<string> Violations(object value)
    {
        if (_enumeration is not null && !_enumeration.Contains((ConstantClass)value))
        {
            yield return _enumeration.Constraint;
        }

        foreach (var violation in _bounds.SelectMany(bound => bound.Violations(value)))
        {
            yield return violation;
        }
    }

    /// <summary>Amazon names the whole collection and lists all that its parts must satisfy, once, however many do not.</summary>
    public IEnumerable<string> OfAny(ICollection parts, string words)
    {
        if (!HoldsForAll(parts))
        {
            var constraints = _bounds.SelectMany(bound => bound.Constraints);
            yield return $"{words}: [{string.Join(", ", _enumeration is null ? constraints : constraints.Append(_enumeration.Constraint))}]";
        }
    }
}
