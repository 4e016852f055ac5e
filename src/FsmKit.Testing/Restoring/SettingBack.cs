namespace FsmKit.Testing.Restoring;

/// <summary>Start of the next schedule with <see cref="Strategy.States"/>.</summary>
internal enum SettingBack
{
    /// <summary>Sets the world back where possible.</summary>
    Auto,

    /// <summary>Creates a new world each time.</summary>
    Never,

    /// <summary>Sets the world back where possible, and compares the digest of its state each time. For tests.</summary>
    Checked,
}
