//! When forward mode is cheaper and when backward mode is, in multiplications by local derivatives.
//! It stands above the bar with the steps, in forward mode.

use super::messages::messages;

messages! {
    "cost":
    /// For a function of one variable.
    of_one(products: usize, backward: usize) =
        "Forward: a sweep per variable, {products} multiplication by local derivatives. Backward: a sweep per output, \
         {backward}. Many variables favour backward, many outputs forward."
        | "Forward: a sweep per variable, {products} multiplications by local derivatives. Backward: a sweep per \
         output, {backward}. Many variables favour backward, many outputs forward.";
    /// For a few variables: `terms` is a sum such as 4 + 2, `products` what it comes to.
    of_each(terms: String, products: usize, backward: usize) =
        "Forward: a sweep per variable, {terms} = {products} multiplication by local derivatives. Backward: a sweep \
         per output, {backward}. Many variables favour backward, many outputs forward."
        | "Forward: a sweep per variable, {terms} = {products} multiplications by local derivatives. Backward: a sweep \
         per output, {backward}. Many variables favour backward, many outputs forward.";
    /// For several variables.
    of_all(products: usize, variables: usize, backward: usize) =
        "Forward: a sweep per variable, {products} multiplication by local derivatives for all {variables}. Backward: \
         a sweep per output, {backward}. Many variables favour backward, many outputs forward."
        | "Forward: a sweep per variable, {products} multiplications by local derivatives for all {variables}. \
         Backward: a sweep per output, {backward}. Many variables favour backward, many outputs forward.";
    /// For so many variables that only one is counted.
    from_one(products: usize, variable: String, backward: usize) =
        "Forward: a sweep per variable, {products} multiplication by local derivatives from {variable} alone. \
         Backward: a sweep per output, {backward}. Many variables favour backward, many outputs forward."
        | "Forward: a sweep per variable, {products} multiplications by local derivatives from {variable} alone. \
         Backward: a sweep per output, {backward}. Many variables favour backward, many outputs forward.";
}
