namespace FsmKit.Testing.Tests.Systems.Espresso;

/// <summary>The user presses the espresso button.</summary>
public readonly record struct EvEspressoButton;

/// <summary>The user turns the steamer on.</summary>
public readonly record struct EvSteamerOn;

/// <summary>The user turns the steamer off.</summary>
public readonly record struct EvSteamerOff;

/// <summary>The user opens the door to the coffee grounds.</summary>
public readonly record struct EvOpenDoor;

/// <summary>The user closes the door.</summary>
public readonly record struct EvCloseDoor;

/// <summary>The user presses the reset button.</summary>
public readonly record struct EvReset;

/// <summary>The user posts this to itself between two presses.</summary>
public readonly record struct EvPress;

/// <summary>The panel lets the machine warm up.</summary>
public readonly record struct EvWarmUp;

/// <summary>The machine is warm.</summary>
public readonly record struct EvWarm;

/// <summary>The panel lets the machine grind beans.</summary>
public readonly record struct EvGrind;

/// <summary>The beans are ground.</summary>
public readonly record struct EvGround;

/// <summary>The panel lets the machine brew.</summary>
public readonly record struct EvBrew;

/// <summary>The cup is full.</summary>
public readonly record struct EvBrewed;

/// <summary>The machine has no beans, or no water.</summary>
public readonly record struct EvEmpty;

/// <summary>The panel lets the machine make steam.</summary>
public readonly record struct EvSteam;

/// <summary>The panel lets the machine make no more steam.</summary>
public readonly record struct EvStopSteam;
