using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class CapacityReservationPreference(string value) : ConstantClass(value)
{
    public static readonly CapacityReservationPreference CapacityReservationsOnly = new("capacity-reservations-only");

    public static CapacityReservationPreference FindValue(string value) => FindValue<CapacityReservationPreference>(value);

    public static implicit operator CapacityReservationPreference(string value) => FindValue(value);
}
