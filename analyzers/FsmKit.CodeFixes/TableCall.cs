using FsmKit.Analyzers;
using FsmKit.CodeFixes.Editing;
using FsmKit.Generators;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.CodeFixes;

/// <summary>Position in an attribute of FsmKit that names a method. Read from syntax, because the name may not compile.</summary>
/// <param name="GClass">The gclass.</param>
/// <param name="Use">Use of the method.</param>
/// <param name="Value">The event, or the type of the parameter; null without one.</param>
internal sealed record TableCall(INamedTypeSymbol GClass, CallUse Use, ITypeSymbol? Value)
{
    /// <summary>Returns the names of hand-written members that fit.</summary>
    public IEnumerable<string> Fitting(FixSubject subject) =>
        new CallReader(GClass, subject.Model.Compilation, subject.Cancellation).Fitting(Use, Value).Where(subject.IsHandWritten).Select(static member => member.Name).Distinct();

    public static TableCall? Read(AttributeArgumentSyntax argument, SemanticModel model, CancellationToken cancellation)
    {
        if (argument.Parent?.Parent is not AttributeSyntax attribute
            || model.GetTypeInfo(attribute, cancellation).Type is not INamedTypeSymbol type
            || !type.IsOfTheRuntime()
            || CallUses.Of(argument) is not { } use
            || attribute.Parent?.Parent is not { } owner
            || model.GetDeclaredSymbol(owner, cancellation) is not { } symbol)
        {
            return null;
        }

        var gclass = symbol switch
        {
            IFieldSymbol state => state.ContainingType.ContainingType,
            IPropertySymbol parameter => parameter.ContainingType,
            _ => symbol as INamedTypeSymbol,
        };
        var value = type.IsGenericType ? type.TypeArguments[0] : (symbol as IPropertySymbol)?.Type;
        return gclass is not null && gclass.IsGClass() && value is not { TypeKind: TypeKind.Error } ? new TableCall(gclass, use, value) : null;
    }
}
