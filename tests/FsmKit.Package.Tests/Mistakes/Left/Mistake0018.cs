namespace Mistakes;

file readonly record struct EvHidden;

[GClass, Input<EvHidden>]
public sealed partial class Mistake0018 : GObj
{
    private enum State
    {
        [Ignore<EvHidden>] One,
    }
}
