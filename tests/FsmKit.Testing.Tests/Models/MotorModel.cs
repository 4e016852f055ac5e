using VendingSample;

namespace FsmKit.Testing.Tests.Models;

/// <summary>Model of the sample's motor: the time that it still turns, zero at rest.</summary>
internal static class MotorModel
{
    /// <summary>A motor that turns for some time.</summary>
    public static TimeSpan Step(TimeSpan left, object e, TimeSpan turn) => e switch
    {
        EvTurn when left == TimeSpan.Zero => turn,
        Waited { By: var by } => left > by ? left - by : TimeSpan.Zero,
        _ => left,
    };

    /// <summary>Whether a motor turns or rests as it should.</summary>
    public static bool Agrees(TimeSpan left, Motor motor) => motor.StateName == (left > TimeSpan.Zero ? "Turning" : "Still");
}
