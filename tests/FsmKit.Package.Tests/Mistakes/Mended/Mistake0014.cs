namespace Mistakes;

/// <summary>A gobj without its attribute.</summary>
public sealed partial class Mistake0014 : GObj
{
    private enum State
    {
        [Ignore<EvA>] One,
    }
}
