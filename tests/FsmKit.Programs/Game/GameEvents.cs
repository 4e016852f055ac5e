namespace FsmKit.Programs.Game;

/// <summary>The jump button has been pressed.</summary>
public readonly record struct EvJumpPressed;

/// <summary>The down button has been pressed.</summary>
public readonly record struct EvDownPressed;

/// <summary>The down button has been released.</summary>
public readonly record struct EvDownReleased;

/// <summary>The stick has been moved: left -1, right 1, back to the middle 0.</summary>
public readonly record struct EvStick(int Direction);

/// <summary>The fire button has been pressed.</summary>
public readonly record struct EvFirePressed;

/// <summary>The reload button has been pressed.</summary>
public readonly record struct EvReloadPressed;

/// <summary>The feet touch the ground.</summary>
public readonly record struct EvLanded;

/// <summary>Something has hit the character.</summary>
public readonly record struct EvHit(int Damage);

/// <summary>The picture of the character from now on.</summary>
public readonly record struct EvSprite(string Name);

/// <summary>A shot leaves the weapon.</summary>
public readonly record struct EvShot(int RoundsLeft);

/// <summary>The magazine is empty.</summary>
public readonly record struct EvClick;

/// <summary>The character is dead.</summary>
public readonly record struct EvDied;
