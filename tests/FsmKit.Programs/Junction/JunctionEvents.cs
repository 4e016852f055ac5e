namespace FsmKit.Programs.Junction;

/// <summary>Aspect of a light.</summary>
public enum Aspect
{
    /// <summary>Halt.</summary>
    Red,

    /// <summary>Go is next.</summary>
    RedAmber,

    /// <summary>Go.</summary>
    Green,

    /// <summary>Halt is next.</summary>
    Amber,

    /// <summary>Take care.</summary>
    FlashingAmber,

    /// <summary>Off.</summary>
    Dark,
}

/// <summary>A light is to let go.</summary>
public readonly record struct EvGo;

/// <summary>A light is to halt.</summary>
public readonly record struct EvHalt;

/// <summary>A light is to warn only.</summary>
public readonly record struct EvWarn;

/// <summary>A light shows something else from now on.</summary>
public readonly record struct EvAspect(Aspect Aspect);

/// <summary>A light has come to red.</summary>
public readonly record struct EvHalted;

/// <summary>A pedestrian wants to cross.</summary>
public readonly record struct EvButton;

/// <summary>The night begins: the lights only warn.</summary>
public readonly record struct EvNightBegins;

/// <summary>The night is over.</summary>
public readonly record struct EvNightEnds;

/// <summary>A lamp is broken, or two lights contradict each other.</summary>
public readonly record struct EvFault;

/// <summary>A technician has put the junction in order.</summary>
public readonly record struct EvRepaired;
