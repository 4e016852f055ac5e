namespace FsmKit.Testing.Models;

/// <summary>Takes one of the gobjs of the world that fit, or null.</summary>
internal static class GObjs
{
    /// <returns>Null where none fits, also where null is not meant.</returns>
    public static object? Of(EventDice dice, Type type, bool isNullable)
    {
        var fitting = dice.World.Loops.Where(static loop => !loop.IsDestroyed).SelectMany(All).Where(type.IsInstanceOfType).ToList();
        if (isNullable && (fitting.Count == 0 || dice.Choose(2) == 0))
        {
            return null;
        }

        return fitting.Count == 0 ? null : fitting[dice.Choose(fitting.Count)];
    }

    private static IEnumerable<GObj> All(GObj gobj) => gobj.Children.SelectMany(All).Prepend(gobj);
}
