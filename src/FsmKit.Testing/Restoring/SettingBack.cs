namespace FsmKit.Testing.Restoring;

/// <summary>Ways to begin the next schedule of a search by states.</summary>
internal enum SettingBack
{
    /// <summary>Sets the world back where that can be done.</summary>
    Auto,

    /// <summary>Makes each world anew.</summary>
    Never,

    /// <summary>Sets the world back where that can be done, and compares the digest of its state each time. For tests.</summary>
    Checked,
}
